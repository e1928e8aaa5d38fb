"""Reading links."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.links.models import TicketLink
from services.ticketing.tickets.models import Ticket
from shared.http.errors import NotFound


def links(ticket_id: UUID) -> Select[TicketLink, Ticket]:
    """A ticket's links, each with the other ticket, the oldest first."""
    other = case((col(TicketLink.from_id) == ticket_id, col(TicketLink.to_id)), else_=col(TicketLink.from_id))
    return (
        select(TicketLink, Ticket)
        .join(Ticket, col(Ticket.id) == other)
        .where(_touches(ticket_id))
        .order_by(col(TicketLink.id))
    )


async def link(session: AsyncSession, ticket_id: UUID, link_id: UUID) -> TicketLink:
    """One link of a ticket, locked. Raises NotFound."""
    found = await session.get(TicketLink, link_id, with_for_update=True)
    if found is None or ticket_id not in (found.from_id, found.to_id):
        raise NotFound("There is no such link on this ticket.")
    return found


async def between(session: AsyncSession, one_id: UUID, other_id: UUID, kind: str) -> TicketLink | None:
    """The link of a kind between two tickets, whichever way."""
    pair = (one_id, other_id)
    return await session.scalar(
        select(TicketLink).where(
            col(TicketLink.from_id).in_(pair), col(TicketLink.to_id).in_(pair), col(TicketLink.kind) == kind
        )
    )


async def most(session: AsyncSession, ticket_ids: Collection[UUID]) -> int:
    """How many links the one of these tickets has that has most."""
    counts = [
        await session.scalar(select(func.count()).select_from(TicketLink).where(_touches(each))) for each in ticket_ids
    ]
    return max(count or 0 for count in counts)


def _touches(ticket_id: UUID) -> ColumnElement[bool]:
    return or_(col(TicketLink.from_id) == ticket_id, col(TicketLink.to_id) == ticket_id)
