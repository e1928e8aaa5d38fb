"""What a ticket has to do with other tickets: what it is merged into, what is merged into it, parents and links."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.links import queries as links
from services.ticketing.links.schemas import TicketLinkOut
from services.ticketing.tickets import trees
from services.ticketing.tickets.models import Ticket

MOST_SHOWN = 50  # links, children and merged tickets each

LINKED = {
    "relates_to": "Related to",
    "blocks": "Blocks",
    "blocked_by": "Blocked by",
    "duplicates": "Duplicate of",
    "duplicated_by": "Has the duplicate",
    "caused_by": "Caused by",
    "causes": "Causes",
    "split_from": "Split from",
    "split_into": "Split into",
    "follow_up_of": "Follows up",
    "followed_up_by": "Followed up by",
}
"""How a kind of link reads, before the other ticket."""


@dataclass(frozen=True, slots=True)
class Kin:
    """Its kin. held: the ticket and all that is in it, through others too; inside: what was merged into it itself."""

    into: Ticket | None
    held: Sequence[UUID]
    inside: Sequence[Ticket]
    parent: Ticket | None
    children: Sequence[Ticket]
    links: Sequence[TicketLinkOut]

    @property
    def any(self) -> bool:
        """Is there anything to show?"""
        return bool(self.inside or self.parent or self.children or self.links)


async def kin_of(session: AsyncSession, ticket: Ticket) -> Kin:
    """Everything that a ticket has to do with others."""
    into = await session.get(Ticket, ticket.merged_into_id) if ticket.merged_into_id else None
    parent = await session.get(Ticket, ticket.parent_id) if ticket.parent_id else None
    merged = select(Ticket).where(col(Ticket.merged_into_id) == ticket.id)
    below = select(Ticket).where(col(Ticket.parent_id) == ticket.id)
    linked = (await session.execute(links.links(ticket.id).limit(MOST_SHOWN))).all()
    return Kin(
        into,
        await trees.held(session, ticket.id),
        (await session.scalars(merged.order_by(col(Ticket.id)).limit(MOST_SHOWN))).all(),
        parent,
        (await session.scalars(below.order_by(col(Ticket.id)).limit(MOST_SHOWN))).all(),
        [TicketLinkOut.of(link, other) for link, other in linked],
    )


async def numbers(session: AsyncSession, ids: Collection[UUID]) -> Mapping[UUID, int]:
    """Tickets' numbers by their ids."""
    if not ids:
        return {}
    listed = select(col(Ticket.id), col(Ticket.number)).where(col(Ticket.id).in_(sorted(ids)))
    return {row.id: row.number for row in (await session.execute(listed)).all()}
