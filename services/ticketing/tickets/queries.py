"""Reading tickets and messages."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.tickets import searching, trees
from services.ticketing.tickets.filters import TicketFilters
from services.ticketing.tickets.models import Message, Ticket
from services.ticketing.tickets.shares import Shares
from shared.db import alone
from shared.db.listing import Listing
from shared.http.errors import NotFound

MOST_MESSAGES = 100  # of one ticket, newest, where they are included

CONDITIONS = {
    "status": "status = ANY ({})",
    "type": "type = ANY ({})",
    "priority": "priority = ANY ({})",
    "group_id": "group_id = {}",
    "assignee_id": "assignee_id = {}",
    "account_id": "account_id = {}",
    "requester_email": "lower(requester_email) = lower({})",
    "source_service": "source_service = {}",
    "source_kind": "source_kind = {}",
    "source_id": "source_id = {}",
    "parent_id": "parent_id = {}",
    "watcher_id": "id IN (SELECT ticket_id FROM ticket_watcher WHERE staff_id = {})",
    "tag": "tags @> ARRAY[{}::text]",
    "updated_since": "updated_at >= {}",
}
"""How each filter of one value narrows the list."""

_NEWEST_MESSAGES = """
WITH RECURSIVE held AS (
    SELECT asked.id AS shown_on, asked.id FROM unnest($1::uuid[]) AS asked (id)
    UNION ALL
    SELECT held.shown_on, ticket.id FROM held JOIN ticket ON ticket.merged_into_id = held.id
)
SELECT newest.*, held.shown_on
FROM held
     CROSS JOIN LATERAL (
         (SELECT * FROM message WHERE message.ticket_id = held.id ORDER BY message.id DESC LIMIT $2)
         UNION
         (SELECT * FROM message WHERE message.addressed_to_id = held.id ORDER BY message.id DESC LIMIT $2)
     ) AS newest
ORDER BY newest.id
"""


async def ticket(session: AsyncSession, ticket_id: UUID) -> Ticket:
    """One ticket. Raises NotFound."""
    found = await session.get(Ticket, ticket_id)
    if found is None:
        raise NotFound("There is no ticket with this id.")
    return found


async def ticket_columns(session: AsyncSession, ticket_id: UUID) -> Mapping[str, Any]:
    """The columns of one ticket, for who only shows it. Raises NotFound."""
    rows = await alone.read(session, "SELECT * FROM ticket WHERE id = $1", ticket_id)
    if not rows:
        raise NotFound("There is no ticket with this id.")
    columns: Mapping[str, Any] = rows[0]
    return columns


# Made once: to put it together takes as long as to ask.
_LOCKED = (
    select(Ticket)
    .where(col(Ticket.id) == bindparam("ticket_id"))
    .with_for_update(key_share=True)
    .execution_options(populate_existing=True)
)


async def locked(session: AsyncSession, ticket_id: UUID) -> Ticket:
    """One ticket as it is now, kept from others' changes until the transaction ends. Raises NotFound."""
    found: Ticket | None = await session.scalar(_LOCKED, {"ticket_id": ticket_id})
    if found is None:
        raise NotFound("There is no ticket with this id.")
    return found


async def of_response(session: AsyncSession, response_id: UUID) -> UUID | None:
    """The ticket that was made for an answer."""
    return await session.scalar(
        select(col(Ticket.id)).where(
            col(Ticket.source_service) == "feedback",
            col(Ticket.source_kind) == "response",
            col(Ticket.source_id) == str(response_id),
        )
    )


def tickets(
    filters: TicketFilters,
    me: UUID | None = None,
    *,
    newest_first: bool = True,
    common: Shares | None = None,
    rows: int = searching.ROWS,
) -> Listing:
    """All tickets that fit, by default the newest first. me, common, rows: as `searching.narrow` takes them."""
    return narrowed(Listing("ticket", newest_first=newest_first), filters, me, common=common, rows=rows)


def narrowed(
    listed: Listing,
    filters: TicketFilters,
    me: UUID | None = None,
    *,
    common: Shares | None = None,
    rows: int = searching.ROWS,
) -> Listing:
    """A list of tickets, of which only those are left that fit these filters too."""
    for name, condition in CONDITIONS.items():
        value = getattr(filters, name)
        if value is not None and value != []:
            listed.where(condition, value)
    if filters.q is not None:
        searching.narrow(listed, filters.q, me, common=common, rows=rows)
    return listed


async def message(session: AsyncSession, ticket_id: UUID, message_id: UUID) -> Message:
    """One message of a ticket. Raises NotFound."""
    found = await session.get(Message, message_id)
    if found is None or not {found.ticket_id, found.addressed_to_id} & {*await trees.held(session, ticket_id)}:
        raise NotFound("There is no such message on this ticket.")
    return found


def messages(ticket_ids: Sequence[UUID]) -> Select[Message]:
    """What was written on tickets, where it has landed elsewhere too, the oldest first."""
    theirs = or_(col(Message.ticket_id).in_(ticket_ids), col(Message.addressed_to_id).in_(ticket_ids))
    return select(Message).where(theirs).order_by(col(Message.id))


async def newest_messages(session: AsyncSession, ticket_ids: Collection[UUID]) -> dict[UUID, list[Mapping[str, Any]]]:
    """The newest messages of each ticket and what is merged into it, the oldest of them first, by the ticket's id."""
    held: dict[UUID, dict[UUID, Mapping[str, Any]]] = {ticket_id: {} for ticket_id in ticket_ids}
    for row in await alone.read(session, _NEWEST_MESSAGES, list(held), MOST_MESSAGES):
        held[row["shown_on"]][row["id"]] = row
    return {ticket_id: list(rows.values())[-MOST_MESSAGES:] for ticket_id, rows in held.items()}
