"""How many things one run of a job takes, by how the last ones went."""


class BatchSize:
    """As many as end in time: half as many after each run that failed, and by and by all again.

    full: the most. 0 and 1 stay as they are.
    timeout_seconds: what a transaction may last; 0: for ever.
    """

    def __init__(self, full: int, timeout_seconds: float) -> None:
        self.now = full
        self._full = full
        self._timeout_seconds = timeout_seconds

    def is_full(self, count: int) -> bool:
        """Were these as many as a run takes now, so that more may be left?"""
        return 0 < self.now <= count

    def failed(self) -> None:
        """What did not end within the transaction's timeout would never do so at the same size."""
        self.now -= self.now // 2

    def took(self, seconds: float, count: int) -> None:
        """A run dealt with so many. One that was not full says nothing of larger ones, and twice a slow one is late."""
        in_time = not self._timeout_seconds or 2 * seconds < self._timeout_seconds
        if self.is_full(count) and in_time:
            self.now = min(self._full, 2 * self.now)
