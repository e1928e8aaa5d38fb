"""Whether a listener moves, when it looks at its log, and when it says how far it has come."""

import time

from aiokafka.structs import TopicPartition

BROKER_CHECK_SECONDS = 5.0
STALLED_SECONDS = 60.0
COMMIT_EVERY_SECONDS = 1.0  # one after each poll of a few facts took as long as their own transaction


class Stalled(RuntimeError):
    """There is lag and nothing moved for a minute while the broker answered, or a step never ended."""


class Watch:
    """When the log was last looked at, and for how long nothing moved though there was something to read."""

    def __init__(self) -> None:
        self._checked_at = self._moved_at = self._committed_at = time.monotonic()
        self._positions: dict[TopicPartition, int] = {}

    def due(self) -> bool:
        """Is it time to look at the log again?"""
        return time.monotonic() - self._checked_at >= BROKER_CHECK_SECONDS

    def commit_due(self) -> bool:
        """Answers True at most once a second."""
        now = time.monotonic()
        if now - self._committed_at < COMMIT_EVERY_SECONDS:
            return False
        self._committed_at = now
        return True

    def progressed(self) -> None:
        """Something was read, or there is nothing to read."""
        self._moved_at = time.monotonic()

    def seen(self, positions: dict[TopicPartition, int]) -> None:
        """Another member's progress is progress."""
        if positions != self._positions:
            self._positions = positions
            self.progressed()

    def checked(self, lag: int) -> None:
        """Raises Stalled. It is called only when the broker answered, so a dead broker stalls nobody."""
        self._checked_at = time.monotonic()
        if lag == 0:
            self.progressed()
        if self._checked_at - self._moved_at > STALLED_SECONDS:
            raise Stalled(f"lag and no progress for {STALLED_SECONDS:.0f} s")
