"""Routes of a ticket's links."""

from services.ticketing.links import queries, service
from services.ticketing.links.schemas import TicketLinkIn, TicketLinkOut
from services.ticketing.tickets import queries as ticket_queries
from shared.http.dependencies import Answer, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/tickets", tags=["tickets"], scope="ticketing:tickets")


@router.get("/{ticket_id}/links")
async def list_ticket_links(ticket_id: Id, session: Session, page: Page) -> Listed[TicketLinkOut]:
    """What a ticket is linked to, from its own side, the oldest link first. Parent and child are not among these."""
    await ticket_queries.ticket_columns(session, ticket_id)
    return await page.of(session, queries.links(ticket_id), lambda row: TicketLinkOut.of(*row))


@router.post("/{ticket_id}/links")
async def link_tickets(
    ticket_id: Id, body: TicketLinkIn, session: Session, cause: RequestCause, answer: Answer
) -> TicketLinkOut:
    """Link a ticket to another one. The same link again, from whichever side: the one that is there."""
    link, other = await service.link(session, cause, ticket_id, body)
    return answer.item(TicketLinkOut.of(link, other))


@router.delete("/{ticket_id}/links/{link_id}", status_code=204)
async def unlink_tickets(ticket_id: Id, link_id: Id, session: Session, cause: RequestCause) -> None:
    """Take a link away, from both sides."""
    await service.unlink(session, cause, ticket_id, link_id)
