"""Finding what a message that came in belongs to: the same one of before, its ticket, its sender."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.tickets.models import Message
from shared.db.statements import fetch

_ALONE = "SELECT pg_advisory_xact_lock(hashtextextended('inbound:' || $1::text, 0))"
_OF_ADDRESS = """
SELECT contact_id FROM contact
WHERE (email = $1 AND $1 IS NOT NULL) OR (phone = $2 AND $2 IS NOT NULL) LIMIT 2
"""
# What was written on a merged ticket lies on another one, and its answer is meant for the first.
_ANSWERED = """
SELECT coalesce(addressed_to_id, ticket_id) AS ticket_id FROM message WHERE id = $1 AND visibility = 'public'
UNION ALL
SELECT coalesce(addressed_to_id, ticket_id) FROM message
WHERE channel = $2 AND source_id = ANY ($3::text[]) AND visibility = 'public'
LIMIT 1
"""
# Whoever asked, is the same contact, or has written on it before.
_NUMBERED = """
SELECT ticket.id,
       coalesce(lower(requester_email) = $2, false)
       OR coalesce(contact_id = $3, false)
       OR coalesce(regexp_replace(requester_phone, '[^0-9]', '', 'g') IN ($2, '00' || $2) AND $2 <> '', false)
       OR EXISTS (SELECT FROM message
                  WHERE ticket.id IN (ticket_id, addressed_to_id)
                    AND author_address = $2 AND author_kind = 'customer') AS takes_part
FROM ticket WHERE number = $1
"""
_OPEN = """
WITH theirs AS (
    SELECT id FROM ticket WHERE lower(requester_email) = $2
    UNION
    SELECT id FROM ticket WHERE contact_id = $3
    UNION
    SELECT coalesce(addressed_to_id, ticket_id) FROM message
    WHERE author_address = $2 AND author_kind = 'customer' AND channel = $1
)
SELECT id FROM ticket
WHERE id IN (SELECT id FROM theirs) AND channel = $1 AND status NOT IN ('solved', 'closed')
ORDER BY id DESC LIMIT 1
"""
_LATELY = """
SELECT count(*) AS messages FROM message
WHERE $1 IN (ticket_id, addressed_to_id)
  AND author_address = $2 AND created_at > $3 AND author_kind IN ('customer', 'bot')
"""


async def be_alone(session: AsyncSession, *names: str) -> None:
    """Let others with these names wait until the transaction's end. All take them in the same order of kinds."""
    for name in names:
        await fetch(session, _ALONE, name)


async def of_source(session: AsyncSession, channel: str, source_id: str) -> Message | None:
    """The message that a source brought before."""
    return await session.scalar(
        select(Message).where(col(Message.channel) == channel, col(Message.source_id) == source_id)
    )


async def contact_of(session: AsyncSession, email: str | None, phone: str | None) -> UUID | None:
    """The contact with this address; None where there is none, or more than one."""
    found = await fetch(session, _OF_ADDRESS, email, phone)
    return found[0].contact_id if len(found) == 1 else None


async def answered(session: AsyncSession, channel: str, ours: UUID | None, names: Sequence[str]) -> UUID | None:
    """The ticket of the public message that was answered: of ours by its id, else of the channel's by its name."""
    found = await fetch(session, _ANSWERED, ours, channel, list(names))
    return found[0].ticket_id if found else None


async def numbered(
    session: AsyncSession, number: int, address: str, contact_id: UUID | None
) -> tuple[UUID | None, bool]:
    """The ticket with this number, and whether who writes from this address takes part in it."""
    found = await fetch(session, _NUMBERED, number, address, contact_id)
    return (found[0].id, found[0].takes_part) if found else (None, False)


async def open_conversation(session: AsyncSession, channel: str, address: str, contact_id: UUID | None) -> UUID | None:
    """The newest ticket of this sender in the channel that is not over."""
    found = await fetch(session, _OPEN, channel, address, contact_id)
    return found[0].id if found else None


async def written_since(session: AsyncSession, ticket_id: UUID, address: str, since: datetime) -> int:
    """How many messages came on a ticket from this address since then."""
    found = await fetch(session, _LATELY, ticket_id, address, since)
    return int(found[0].messages)
