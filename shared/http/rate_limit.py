"""How much one caller may ask: RATE_LIMIT requests a minute on average, a twelfth of that at once.

A bucket for each principal, in each process: nothing is shared, awaited or locked, since every request passes here.
The generic cell rate algorithm keeps one number for it: when the bucket will be full again
(ITU-T I.371; https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm).
"""

import math
from collections.abc import Callable
from time import monotonic

from shared.http.errors import TooManyRequests
from shared.http.principal import Principal

WINDOW = 60  # seconds
BURST_SHARE = 12  # 6,000 a minute may come 500 at once
MOST_KNOWN = 10_000  # callers, before those whose buckets are full again are forgotten

Headers = list[tuple[bytes, bytes]]


class RateLimit:
    """The buckets of one process. per_minute: RATE_LIMIT; 0 lets everything pass."""

    def __init__(self, per_minute: int, *, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._refill = WINDOW / per_minute if per_minute else 0.0  # seconds for one request
        burst = max(1, per_minute // BURST_SHARE)
        self._depth = burst * self._refill
        window = max(1, round(self._depth))
        policy = f'"minute";q={per_minute};w={WINDOW}, "burst";q={burst};w={window}'
        self._policy = (b"ratelimit-policy", policy.encode())
        self._full_at: dict[str, float] = {}
        self._most_known = MOST_KNOWN

    def take(self, principal: Principal) -> Headers:
        """Take one request out of the caller's bucket; answers the headers that tell what is left in it.

        They are those of draft-ietf-httpapi-ratelimit-headers-10; none where no limit holds.
        Raises TooManyRequests.
        """
        if not self._refill or principal.unlimited:
            return []
        now = self._now()
        full_at = max(self._full_at.get(principal.actor, now), now) + self._refill
        left = self._depth - (full_at - now)
        if left < -1e-9:  # the sum of many refills is not exact
            wait = max(1, math.ceil(-left))
            raise TooManyRequests(retry_after=wait, headers=self._told(0, full_at - self._refill - now))
        if len(self._full_at) >= self._most_known:
            self._forget(now)
        self._full_at[principal.actor] = full_at
        return [self._policy, (b"ratelimit", _state(int(left / self._refill + 1e-6), full_at - now))]

    def _told(self, left: int, seconds: float) -> dict[str, str]:
        return {"RateLimit-Policy": self._policy[1].decode(), "RateLimit": _state(left, seconds).decode()}

    def _forget(self, now: float) -> None:
        self._full_at = {actor: full_at for actor, full_at in self._full_at.items() if full_at > now}
        self._most_known = max(MOST_KNOWN, 2 * len(self._full_at))  # not at each request of as many busy ones


def _state(left: int, seconds: float) -> bytes:
    return b'"burst";r=%d;t=%d' % (left, math.ceil(seconds))
