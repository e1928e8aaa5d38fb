"""How many records one transaction of a listener takes, by how long the last ones took."""

from statistics import fmean
from typing import Final

FIRST: Final = 50  # until it is known how long they take
MOST: Final = 300  # 500 of the ledger's facts take 6 MB more and save 3 % of its time
QUICK_SECONDS: Final = 0.1  # a set that took less may be larger
SLOW_SECONDS: Final = 0.3  # one that took more should be smaller


class SetSize:
    """As many as are applied in a short transaction: hundreds of a mirror's facts, dozens of escalations.

    A poll's sets are judged together once it is applied: in the middle of it a set would grow back to the size that
    has just failed. They are judged by what they took on average: were it by the slowest, a machine that is held up now
    and then would come down to single facts and stay there, since one of hundreds is always slow.
    """

    def __init__(self) -> None:
        self.now = FIRST
        self._seconds: list[float] = []

    def took(self, seconds: float) -> None:
        """A set of the poll was applied."""
        self._seconds.append(seconds)

    def settle(self, polled: int) -> None:
        """The whole poll was applied. One that was not full says nothing of larger sets."""
        average = fmean(self._seconds) if self._seconds else 0.0
        self._seconds.clear()
        if average > SLOW_SECONDS:
            self.now = max(1, min(polled, self.now) // 2)
        elif average < QUICK_SECONDS and polled >= self.now:
            self.now = min(MOST, self.now * 2)

    def failed(self) -> None:
        """A set that did not end within the transaction's timeout would never do so at the same size."""
        self._seconds.clear()
        self.now = max(1, self.now // 2)
