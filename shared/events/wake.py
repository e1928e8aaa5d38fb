"""Waking the relay after a commit, without slowing the commit down.

NOTIFY inside the write transaction would serialise the commits of the whole instance; one that follows
it, at most every few milliseconds and on a connection of its own, costs nothing that can be measured.
"""

import asyncio
import contextlib
import logging

from shared.db.session import Database

DEBOUNCE_SECONDS = 0.005

log = logging.getLogger(__name__)


class Notifier:
    """Tells relays in other processes that facts were committed; a missed call is caught by their poll."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._pending: asyncio.Task[None] | None = None
        self._again = False

    def ring(self) -> None:
        """Notify soon; calls while one is under way share the next."""
        self._again = True
        if self._pending is None or self._pending.done():
            self._pending = asyncio.create_task(self._notify())

    async def _notify(self) -> None:
        while self._again:
            self._again = False
            with contextlib.suppress(Exception):
                await self._database.fetch("NOTIFY outbox")
            await asyncio.sleep(DEBOUNCE_SECONDS)
