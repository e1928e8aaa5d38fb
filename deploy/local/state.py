"""The folder STATE: what outlives a launcher, and the lock that keeps a second one out."""

import contextlib
import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from deploy.local import processes
from deploy.local.processes import ServerError

LEFTOVER_TIMEOUT = 12.0  # seconds for the children of a launcher that was killed to end in order


class StateInUse(ServerError):
    """Another launcher runs on this folder. pid: which."""

    def __init__(self, folder: Path, pid: int) -> None:
        super().__init__(f"a launcher (process {pid}) already runs on {folder}: stop it, or choose another STATE")
        self.pid = pid


class State:
    """Names what lies in the folder; makes it, closed to other users, when it is not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o711)  # PostgreSQL, which refuses root, has to pass through
        except OSError as error:
            raise ServerError(f"STATE {folder} cannot be used: {error.strerror}") from error
        self.logs = folder / "logs"
        self.mail = folder / "mail"
        self.postgres = folder / "postgres"
        self.stack = folder / "stack.json"
        self._lock = folder / "launcher.lock"

    @property
    def is_empty(self) -> bool:
        """Whether no launcher has kept data here yet."""
        return not (self.postgres / "data").exists()

    def log(self, name: str) -> Path:
        """The log of one process."""
        return self.logs / f"{name}.log"

    def is_held_down(self, name: str) -> bool:
        """Whether a file in STATE/hold says that this process is not to be started again: an outage to try out."""
        return (self.folder / "hold" / name).exists()

    def secret(self, name: str, make: Callable[[], str]) -> str:
        """A secret that is made once and kept in STATE/secrets.json, which only its owner may read."""
        path = self.folder / "secrets.json"
        kept: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
        if name not in kept:
            kept[name] = make()
            write_private(path, json.dumps(kept, indent=2) + "\n")
        return kept[name]

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder. Raises StateInUse while another launcher does.

        Forked children hold it with us, so a folder is free only when the last of them has ended.
        """
        deadline = time.monotonic() + LEFTOVER_TIMEOUT
        with self._lock.open("a+") as file:
            while not _can_lock(file.fileno()):
                file.seek(0)
                pid = int(file.read().strip() or 0)
                if processes.is_alive(pid) or time.monotonic() > deadline:
                    raise StateInUse(self.folder, pid)
                time.sleep(processes.POLL_INTERVAL)
            file.truncate(0)
            file.write(str(os.getpid()))
            file.flush()
            yield


def write_private(path: Path, text: str) -> None:
    """Write a file of mode 0600, in one piece for whoever reads it meanwhile."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    fresh.rename(path)


def _can_lock(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
