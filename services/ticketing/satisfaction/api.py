"""The route of what customers said about a ticket."""

from services.ticketing.satisfaction import queries
from services.ticketing.satisfaction.schemas import SatisfactionOut
from services.ticketing.tickets import queries as tickets
from shared.http.dependencies import Page, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/tickets", tags=["tickets"], scope="ticketing:tickets")


@router.get("/{ticket_id}/satisfaction")
async def list_satisfaction(ticket_id: Id, session: Session, page: Page) -> Listed[SatisfactionOut]:
    """What customers answered in surveys about this ticket, the newest first; what they wrote is in feedback."""
    await tickets.ticket(session, ticket_id)
    return await page.of(session, queries.of_ticket(ticket_id), SatisfactionOut.of)
