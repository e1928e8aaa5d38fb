"""Routes of a ticket's watchers."""

from services.ticketing.tickets import queries, trees
from services.ticketing.watchers import queries as watchers
from services.ticketing.watchers import service
from services.ticketing.watchers.schemas import TicketWatcherOut
from shared.http.dependencies import Answer, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/tickets", tags=["tickets"], scope="ticketing:tickets")


@router.get("/{ticket_id}/watchers")
async def list_ticket_watchers(ticket_id: Id, session: Session, page: Page) -> Listed[TicketWatcherOut]:
    """Who follows a ticket or one that is merged into it, the first first."""
    listed = watchers.watchers(await trees.held(session, ticket_id))
    return await page.of(session, listed, TicketWatcherOut.model_validate)


@router.put(
    "/{ticket_id}/watchers/{staff_id}",
    responses={201: {"model": TicketWatcherOut, "description": "They did not follow it yet."}},
)
async def watch_ticket(
    ticket_id: Id, staff_id: Id, session: Session, cause: RequestCause, answer: Answer
) -> TicketWatcherOut:
    """Let a member of staff follow a ticket. 201 where they did not yet.

    They are told what the customer writes and is answered, of other statuses, and of levels of escalation, as they
    want to be told; not of what they do themselves. Where the ticket is merged into another one they hear of that.
    """
    await queries.locked(session, ticket_id)
    new = await service.watch(session, cause, ticket_id, staff_id)
    view = TicketWatcherOut.model_validate(await watchers.watcher(session, ticket_id, staff_id))
    path = f"/v1/tickets/{ticket_id}/watchers/{staff_id}"
    return answer.created(view, path) if new else answer.existing(view)


@router.delete("/{ticket_id}/watchers/{staff_id}", status_code=204)
async def unwatch_ticket(ticket_id: Id, staff_id: Id, session: Session, cause: RequestCause) -> None:
    """Let a member of staff follow a ticket no more, nor what is merged into it."""
    await queries.locked(session, ticket_id)
    await service.unwatch(session, cause, await trees.held(session, ticket_id), staff_id)
