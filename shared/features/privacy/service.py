"""The deed: taking a person's data out of a service."""

import logging
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.platform import ContactErased
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.events.inbox import describe
from shared.events.outbox import tell
from shared.events.transient import is_transient
from shared.events.writing import store_what_waits_here
from shared.features.privacy import addresses, copies
from shared.features.privacy.person import Found, Person, Place

TRIES = 5  # people of whom one run takes the first who can be erased

_WAITING = """
SELECT contact_id FROM erased_contact
WHERE erased_at IS NULL AND requested_at < now() - make_interval(secs => $1)
ORDER BY requested_at LIMIT $2 FOR UPDATE SKIP LOCKED
"""
_LATELY = "SELECT count(*) AS done FROM erased_contact WHERE erased_at > now() - interval '1 minute'"
_DONE = "UPDATE erased_contact SET erased_at = now() WHERE contact_id = $1"

log = logging.getLogger(__name__)


async def erase(session: AsyncSession, contact_id: UUID, places: Sequence[Place], at: datetime) -> int:
    """Take a contact's data out of the service's own tables and out of all copies; answers how many rows lost some.

    It is safe to repeat. Without a place that knows the contact it looks through the copies alone.
    """
    person = Person(contact_id, await addresses.of(session, contact_id))
    found = Found()
    for place in places:
        found += await place(session, person, at)
    await session.flush()
    await copies.scrub(session, person, found.ids)
    await addresses.forget(session, contact_id)
    return found.records


async def erase_next(
    session: AsyncSession, cause: Cause, places: Sequence[Place], *, per_minute: int, settle_seconds: float
) -> int:
    """Erase the contact who has waited longest, and tell it; answers 1, or 0 where nobody is due yet.

    Somebody whose erasure fails is tried again at each run, and the next one is taken meanwhile; where none of the
    first TRIES can be erased, it raises why. per_minute: how many at most; the others wait in their rows.
    settle_seconds: how old a mark must be: by then whoever wrote without having seen it has committed, and is found.
    """
    waiting = await fetch(session, _WAITING, settle_seconds, TRIES)
    if not waiting or (await fetch(session, _LATELY))[0].done >= per_minute:
        return 0
    failures = []
    for row in waiting:
        try:
            async with session.begin_nested():
                await _erase_and_tell(session, cause, row.contact_id, places)
                await session.run_sync(store_what_waits_here)
        except Exception as error:
            if is_transient(error):
                raise
            log.error("contact %s is not erased: %s", row.contact_id, describe(error))
            failures.append(error)
        else:
            return 1
    raise failures[0]


async def _erase_and_tell(session: AsyncSession, cause: Cause, contact_id: UUID, places: Sequence[Place]) -> None:
    records = await erase(session, contact_id, places, cause.at)
    await fetch(session, _DONE, contact_id)
    service: str = session.sync_session.info["service"]
    erased = ContactErased(contact_id=contact_id, service=service, records=records, erased_at=cause.at)
    tell(session, erased, cause, trace_id=contact_id)
