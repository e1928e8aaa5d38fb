"""Under which addresses a contact is known: kept as the directory tells them, until the contact is erased."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.onboarding import ContactSnapshot
from shared.db.statements import fetch
from shared.events.event import Event

_KEEP = """
INSERT INTO contact_address (contact_id, address)
SELECT DISTINCT contact_id, lower(address) FROM unnest($1::uuid[], $2::text[]) AS told (contact_id, address)
WHERE NOT EXISTS (SELECT FROM erased_contact WHERE erased_contact.contact_id = told.contact_id)
ORDER BY 1, 2 ON CONFLICT DO NOTHING
"""


async def follow(session: AsyncSession, events: list[Event[ContactSnapshot]]) -> None:
    """Keep the addresses that contact.created and contact.updated tell; a former one stays theirs."""
    await keep(session, [(event.data.contact_id, event.data.email) for event in events])
    await keep(session, [(event.data.contact_id, event.data.phone) for event in events])


async def keep(session: AsyncSession, held: Iterable[tuple[UUID, str | None]]) -> None:
    """Keep (contact, address) pairs, but none of an erased contact."""
    known = [(contact_id, address) for contact_id, address in held if address]
    if known:
        await fetch(session, _KEEP, [contact_id for contact_id, _ in known], [address for _, address in known])


async def of(session: AsyncSession, contact_id: UUID) -> tuple[str, ...]:
    """All addresses that a contact has or had, without case."""
    asked = "SELECT address FROM contact_address WHERE contact_id = $1 ORDER BY address"
    return tuple(row.address for row in await fetch(session, asked, contact_id))


async def forget(session: AsyncSession, contact_id: UUID) -> None:
    """Forget a contact's addresses."""
    await fetch(session, "DELETE FROM contact_address WHERE contact_id = $1", contact_id)
