"""The mark that a person was erased: laid once, asked for wherever personal data comes in."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.onboarding import ContactErasureRequested
from shared.db.statements import fetch
from shared.events.event import Event
from shared.features.privacy.models import ErasedContact

_LAY = """
INSERT INTO erased_contact (contact_id) SELECT DISTINCT unnest($1::uuid[]) ORDER BY 1
ON CONFLICT (contact_id) DO NOTHING
"""
_LAY_AGAIN = """
INSERT INTO erased_contact (contact_id) VALUES ($1)
ON CONFLICT (contact_id) DO UPDATE SET requested_at = now(), erased_at = NULL
"""
_AMONG = f"SELECT contact_id FROM {ErasedContact.__tablename__} WHERE contact_id = ANY ($1::uuid[])"  # noqa: S608


async def heed(session: AsyncSession, events: list[Event[ContactErasureRequested]]) -> None:
    """Mark the people of these requests; the deed follows by a job. Whoever is marked stays as they are."""
    await lay(session, [event.data.contact_id for event in events])


async def lay(session: AsyncSession, contact_ids: Iterable[UUID]) -> None:
    """Mark these contacts as erased, from the commit on."""
    await fetch(session, _LAY, list(contact_ids))


async def lay_again(session: AsyncSession, contact_id: UUID) -> None:
    """Have the deed done, or done again, as a repair asks for."""
    await fetch(session, _LAY_AGAIN, contact_id)


async def among(session: AsyncSession, contact_ids: Iterable[UUID | None]) -> set[UUID]:
    """Those of these contacts who are marked."""
    asked = sorted({contact_id for contact_id in contact_ids if contact_id is not None})
    if not asked:
        return set()
    return {row.contact_id for row in await fetch(session, _AMONG, asked)}


async def is_erased(session: AsyncSession, contact_id: UUID | None) -> bool:
    """Is this contact marked? None is nobody."""
    return bool(await among(session, [contact_id]))
