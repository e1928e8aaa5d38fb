"""Which revision a service's database should be at, told without Alembic: its import costs a process 10 MB."""

from pathlib import Path


def newest(folder: Path) -> str:
    """The newest revision in a service's folder. Files are named `<revision>_<what>.py`, and revisions rise."""
    return max(path.name.partition("_")[0] for path in folder.glob("[0-9]*_*.py"))
