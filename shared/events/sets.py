"""How many records one transaction of a listener takes, by how long the last ones took."""

from typing import Final

FIRST: Final = 50  # until it is known how long they take
MOST: Final = 300  # 500 of the ledger's facts take 6 MB more and save 3 % of its time
QUICK_SECONDS: Final = 0.1  # a set that took less may be larger
SLOW_SECONDS: Final = 0.3  # one that took more should be smaller


class SetSize:
    """As many as are applied in a short transaction: hundreds of a mirror's facts, dozens of escalations.

    Each set is judged by itself. Were many judged by the slowest of them, a machine that is held up now and then would
    come down to single facts and stay there, since one of hundreds is always slow.
    """

    def __init__(self) -> None:
        self.now = FIRST

    def took(self, records: int, seconds: float) -> None:
        """A set was applied. One that was not full says nothing of larger ones."""
        if seconds > SLOW_SECONDS:
            self.now = max(1, min(records, self.now) // 2)
        elif seconds < QUICK_SECONDS and records >= self.now:
            self.now = min(MOST, self.now * 2)

    def failed(self) -> None:
        """A set that did not end within the transaction's timeout would never do so at the same size."""
        self.now = max(1, self.now // 2)
