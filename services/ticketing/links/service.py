"""The deeds on links. A link changes neither ticket: no version rises and no fact is told."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.links import kinds, queries
from services.ticketing.links.errors import LinkContradicts, LinkedToItself, TooManyLinks, UnknownTicket
from services.ticketing.links.models import TicketLink
from services.ticketing.links.schemas import TicketLinkIn
from services.ticketing.tickets import trees
from services.ticketing.tickets.models import Ticket
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http.errors import NotFound

MOST_LINKS = 200  # of one ticket


async def link(session: AsyncSession, cause: Cause, ticket_id: UUID, body: TicketLinkIn) -> tuple[TicketLink, Ticket]:
    """Link a ticket to another one; answers the link, which may have been there, and the other ticket.

    Raises NotFound, UnknownTicket, LinkedToItself, LinkContradicts, TooManyLinks.
    """
    pair = await trees.locked_pair(session, {ticket_id, body.ticket_id})
    if ticket_id not in pair:
        raise NotFound("There is no ticket with this id.")
    if body.ticket_id == ticket_id:
        raise LinkedToItself
    if body.ticket_id not in pair:
        raise UnknownTicket
    kind, turned = kinds.kept(body.kind)
    from_id, to_id = (body.ticket_id, ticket_id) if turned else (ticket_id, body.ticket_id)
    found = await queries.between(session, from_id, to_id, kind)
    if found is None:
        if await queries.most(session, pair) >= MOST_LINKS:
            raise TooManyLinks(f"A ticket has at most {MOST_LINKS} links.")
        found = await keep(session, cause, from_id, kind, to_id)
    elif found.from_id != from_id and kind != "relates_to":
        raise LinkContradicts(conflicting_id=found.id)
    return found, pair[body.ticket_id]


async def keep(session: AsyncSession, cause: Cause, from_id: UUID, kind: kinds.Kind | str, to_id: UUID) -> TicketLink:
    """Keep a link that is not there yet. kind: as it is kept. The caller holds both tickets, or has made one."""
    if kind == "relates_to":
        from_id, to_id = sorted((from_id, to_id))
    made = TicketLink(from_id=from_id, kind=kind, to_id=to_id, created_at=cause.at, created_by=cause.actor)
    session.add(made)
    changes = [
        audit.Change("ticket.link", "ticket", each, {}, _seen(made, each)) for each in (made.from_id, made.to_id)
    ]
    await audit.record_many(session, cause, changes)
    return made


async def unlink(session: AsyncSession, cause: Cause, ticket_id: UUID, link_id: UUID) -> None:
    """Take a link away, from both sides. Raises NotFound."""
    found = await queries.link(session, ticket_id, link_id)
    await session.delete(found)
    changes = [
        audit.Change("ticket.unlink", "ticket", each, _seen(found, each), {}) for each in (found.from_id, found.to_id)
    ]
    await audit.record_many(session, cause, changes)


def _seen(link: TicketLink, ticket_id: UUID) -> dict[str, str | UUID]:
    kind, other_id = link.seen_from(ticket_id)
    return {"kind": kind, "ticket_id": other_id}
