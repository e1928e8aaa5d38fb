"""`python3 -m deploy.local.clean`: removes STATE, unless it is in use or none of ours. Needs no .venv."""

import os
import shutil
import sys
from pathlib import Path

from deploy.local.processes import ServerError
from deploy.local.state import State


def main() -> int:
    """Print what was removed; returns the exit status."""
    folder = Path(os.environ.get("STATE") or ".local").absolute()
    if not (folder / "launcher.lock").exists():
        return 0
    try:
        with State(folder).locked():
            shutil.rmtree(folder)
    except ServerError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{folder} is removed")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
