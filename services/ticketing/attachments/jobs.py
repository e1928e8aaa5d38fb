"""Removing files that nobody names any more: uploads without a message, and what was erased.

A loop and no job, since the storage is asked between its transactions: bytes first, then the row, so that what breaks
off is found again.
"""

import structlog

from services.ticketing.attachments.storage import Storage, StorageFailed
from shared.db.session import Database
from shared.db.statements import fetch
from shared.events.transaction import transaction
from shared.ops.clock import Clock
from shared.worker.jobs import Loop

EVERY_SECONDS = 60.0
ORPHANED_HOURS = 24
AT_ONCE = 100

# Marked first: a message that names one of these meanwhile is refused it.
_CONDEMN = """
UPDATE attachment SET removed_at = $1::timestamptz
WHERE id IN (
    SELECT id FROM attachment
    WHERE message_id IS NULL AND removed_at IS NULL AND created_at < $1::timestamptz - make_interval(hours => $2::int)
    ORDER BY created_at LIMIT $3 FOR UPDATE SKIP LOCKED
)
"""
_CONDEMNED = "SELECT id FROM attachment WHERE removed_at IS NOT NULL ORDER BY removed_at, id LIMIT $1"
_FORGET = "DELETE FROM attachment WHERE id = ANY ($1::uuid[])"

log = structlog.get_logger(__name__)


class Removal:
    """Removes files. Any number of workers may run one: what is gone already is no failure."""

    def __init__(self, database: Database, storage: Storage, clock: Clock) -> None:
        self._database = database
        self._storage = storage
        self._clock = clock

    async def run_once(self) -> int:
        """Remove some; answers how many rows went."""
        async with transaction(self._database) as session:
            await fetch(session, _CONDEMN, self._clock(), ORPHANED_HOURS, AT_ONCE)
            waiting = [row.id for row in await fetch(session, _CONDEMNED, AT_ONCE)]
        gone = []
        for attachment_id in waiting:
            try:
                await self._storage.remove(attachment_id)
            except StorageFailed as failed:
                log.warning("attachment.not_removed", attachment_id=str(attachment_id), error=str(failed))
            else:
                gone.append(attachment_id)
        if gone:
            async with transaction(self._database) as session:
                await fetch(session, _FORGET, gone)
        return len(gone)


def loop(database: Database, storage: Storage, clock: Clock) -> Loop:
    """The loop that a worker runs."""
    return Loop("remove_attachments", EVERY_SECONDS, Removal(database, storage, clock).run_once)
