"""Whether the service has told so much that is not published yet that it must tell no more.

What is stored waits for the broker as long as it takes. But an outbox that has grown for an hour, or by a million
facts, says that something is broken which callers ought to hear of, before the disk is full.
What tells nothing goes on: reading, and the revoking of a key.
"""

import logging
from collections.abc import Callable
from time import monotonic

import asyncpg

from shared.db.session import Database
from shared.http.errors import Unavailable

LOOK_SECONDS = 5

# Parked facts wait for a decision, not for the broker. The index ix_outbox_unpublished has all that is asked for.
LOOK = """
SELECT coalesce(
    (
        SELECT created_at < now() - make_interval(secs => $2) FROM outbox
        WHERE published_at IS NULL AND parked_at IS NULL ORDER BY id LIMIT 1
    )
    OR EXISTS (SELECT FROM outbox WHERE published_at IS NULL AND parked_at IS NULL ORDER BY id OFFSET $1),
    false
) AS too_much
"""

log = logging.getLogger(__name__)


class OutboxFull(Unavailable):
    """Too much of what this service told is not published yet."""

    code = "outbox_full"


class Backlog:
    """One process' look at its service's outbox, every five seconds at most.

    rows: how many facts may wait; 0 for any number. seconds: how long the oldest of them may.
    """

    def __init__(self, database: Database, *, rows: int, seconds: float, now: Callable[[], float] = monotonic) -> None:
        self._database = database
        self._rows = rows
        self._seconds = seconds
        self._now = now
        self._next_look = 0.0
        self._too_much = False

    async def refusal(self) -> OutboxFull | None:
        """What a request that would tell a fact is answered; None while it may."""
        if not self._rows:
            return None
        now = self._now()
        if now >= self._next_look:
            self._next_look = now + LOOK_SECONDS  # the requests of meanwhile take the last answer
            self._too_much = await self._look()
        if not self._too_much:
            return None
        return OutboxFull("The broker is away, or slow; reading goes on.", retry_after=LOOK_SECONDS)

    async def _look(self) -> bool:
        try:
            [row] = await self._database.fetch(LOOK, self._rows, self._seconds)
        except (TimeoutError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            return self._too_much  # the request itself will say what is wrong with the database
        if row["too_much"] != self._too_much:
            log.warning("outbox.full" if row["too_much"] else "outbox.drained")
        return bool(row["too_much"])
