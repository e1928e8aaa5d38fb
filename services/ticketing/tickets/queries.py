"""Reading tickets and messages."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Select, func, literal_column, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.tickets.models import SUBJECT_WORDS, Message, Ticket
from services.ticketing.tickets.schemas import TicketFilters
from shared.http.errors import NotFound
from shared.http.fields import INT64

MOST_MESSAGES = 100  # of one ticket, newest, where a list includes them


async def ticket(session: AsyncSession, ticket_id: UUID) -> Ticket:
    """One ticket. Raises NotFound."""
    found = await session.get(Ticket, ticket_id)
    if found is None:
        raise NotFound("There is no ticket with this id.")
    return found


async def locked(session: AsyncSession, ticket_id: UUID) -> Ticket:
    """One ticket as it is now, kept from others' changes until the transaction ends. Raises NotFound."""
    found = await session.get(Ticket, ticket_id, with_for_update={"key_share": True}, populate_existing=True)
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


def tickets(filters: TicketFilters) -> Select[Ticket]:
    """All tickets that fit, the newest first."""
    listed = select(Ticket).order_by(col(Ticket.id).desc())
    for name in ("status", "type", "priority"):
        values = getattr(filters, name)
        if values:
            listed = listed.where(getattr(Ticket, name).in_(values))
    for name in ("group_id", "assignee_id", "account_id", "source_service", "source_kind", "source_id"):
        value = getattr(filters, name)
        if value is not None:
            listed = listed.where(getattr(Ticket, name) == value)
    if filters.requester_email is not None:
        listed = listed.where(func.lower(col(Ticket.requester_email)) == filters.requester_email.lower())
    if filters.tag is not None:
        listed = listed.where(col(Ticket.tags).contains([filters.tag]))
    if filters.updated_since is not None:
        listed = listed.where(col(Ticket.updated_at) >= filters.updated_since)
    if filters.q is not None:
        words = func.websearch_to_tsquery(literal_column("'simple'::regconfig"), filters.q)
        said = literal_column(SUBJECT_WORDS).op("@@")(words)
        number = filters.q.strip().removeprefix("#")
        is_number = number.isascii() and number.isdigit() and int(number) <= INT64
        listed = listed.where(or_(said, col(Ticket.number) == int(number)) if is_number else said)
    return listed


async def message(session: AsyncSession, ticket_id: UUID, message_id: UUID) -> Message:
    """One message of a ticket. Raises NotFound."""
    found = await session.get(Message, message_id)
    if found is None or found.ticket_id != ticket_id:
        raise NotFound("There is no such message on this ticket.")
    return found


def messages(ticket_id: UUID) -> Select[Message]:
    """A ticket's messages, the oldest first."""
    return select(Message).where(col(Message.ticket_id) == ticket_id).order_by(col(Message.id))


async def newest_messages(session: AsyncSession, ticket_ids: Iterable[UUID]) -> dict[UUID, list[Message]]:
    """The newest messages of each ticket, the oldest of them first, by ticket_id."""
    ids = sorted(ticket_ids)
    place = func.row_number().over(partition_by=col(Message.ticket_id), order_by=col(Message.id).desc())
    ranked = select(col(Message.id).label("id"), place.label("place")).where(col(Message.ticket_id).in_(ids))
    newest = ranked.subquery()
    rows = await session.scalars(
        select(Message)
        .join(newest, newest.c.id == col(Message.id))
        .where(newest.c.place <= MOST_MESSAGES)
        .order_by(col(Message.id))
    )
    held: dict[UUID, list[Message]] = {ticket_id: [] for ticket_id in ids}
    for row in rows:
        held[row.ticket_id].append(row)
    return held
