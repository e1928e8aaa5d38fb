"""Keeping forked processes alive: one that ends unasked is told of, and started again from the same launcher."""

import time
from collections.abc import Callable
from pathlib import Path

from deploy.local import children, processes
from deploy.local.children import Child
from deploy.local.progress import Progress

RESTART_AFTER = 1.0  # seconds
TOLD_LINES = 4  # of a log's end


class Kept:
    """A process that shall run. work: its life, in the child. is_held_down: whether it stays down for now."""

    def __init__(
        self,
        name: str,
        work: Callable[[], object],
        *,
        log: Path,
        progress: Progress,
        is_held_down: Callable[[], bool] = lambda: False,
    ) -> None:
        self.name = name
        self.log = log
        self.child: Child | None = None
        self._work = work
        self._progress = progress
        self._is_held_down = is_held_down
        self._start_at = 0.0

    @property
    def pid(self) -> int | None:
        """Its process id while it runs."""
        return self.child.pid if self.child is not None else None

    def start(self) -> None:
        """Fork it, unless it runs."""
        if self.child is None:
            self.child = children.fork(self.name, self._work, log=self.log)

    def tend(self) -> bool:
        """Start it again if it has ended a second ago; answers whether its process id has changed."""
        if self.child is not None and self.child.has_ended():
            self._progress.step(f"{self.name} {self.child.ending()} and is started again in {RESTART_AFTER:.0f} s")
            if told := processes.tail(self.log, TOLD_LINES):
                self._progress.say(f"{self.log} ends:\n{told}")
            self.child = None
            self._start_at = time.monotonic() + RESTART_AFTER
            return True
        if self.child is None and time.monotonic() >= self._start_at and not self._is_held_down():
            self.start()
            return True
        return False


def stop(kept: list[Kept], timeout: float) -> None:
    """End all of them in order, at most `timeout` seconds before they are killed."""
    children.stop([one.child for one in kept if one.child is not None], timeout)
    for one in kept:
        one.child = None
