"""The route of a ticket's timeline."""

from services.ticketing.tickets import trees
from services.ticketing.timeline import queries
from services.ticketing.timeline.schemas import TimelineItemOut
from shared.http.dependencies import Actor, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/tickets", tags=["tickets"], scope="ticketing:tickets")


@router.get("/{ticket_id}/timeline")
async def read_ticket_timeline(
    ticket_id: Id, session: Session, page: Page, actor: Actor, cause: RequestCause
) -> Listed[TimelineItemOut]:
    """What happened on a ticket, the oldest first: messages, changes, promises that were kept, warned of or broken.

    Each item says who did it, and for which request, fact or job. What is merged into the ticket shows its messages
    here; what was done to it is in its own timeline. Changes are shown as long as the audit trail is kept; those of
    its complaint to who may read complaints.
    """
    held = await trees.held(session, ticket_id)
    rows = queries.happened(ticket_id, held, cause.at, complaints=actor.may(queries.READ_COMPLAINTS))
    return await page.of(session, rows, TimelineItemOut.of)
