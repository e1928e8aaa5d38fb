"""Routes of merging and splitting tickets."""

from services.ticketing.merging import service, splitting
from services.ticketing.merging.schemas import MergeIn, SplitIn, UnmergeIn
from services.ticketing.tickets.schemas import TicketOut
from shared.http.dependencies import Answer, IfMatch, RequestCause, Session
from shared.http.fields import Id
from shared.http.routes import Router

router = Router(prefix="/v1/tickets", tags=["tickets"], scope="ticketing:tickets")


@router.post("/{ticket_id}/merge")
async def merge_ticket(
    ticket_id: Id, body: MergeIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> TicketOut:
    """Make a ticket part of another one, which shows its messages and gets the replies to it.

    Its clocks stand still, its recovery case goes with it, and nothing but `/unmerge` changes it. The one that it is
    merged into already: 200, and nothing changes.
    """
    ticket = await service.merge(session, cause, ticket_id, body, if_match)
    await session.flush()
    return answer.item(TicketOut.of(ticket))


@router.post("/{ticket_id}/unmerge")
async def unmerge_ticket(
    ticket_id: Id, body: UnmergeIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> TicketOut:
    """Make a merged ticket stand by itself again: status, clocks, messages, tags and recovery case as they were.

    Replies that were written on it meanwhile go with it, those written on the other ticket stay. A ticket that is not
    merged: 200, and nothing changes.
    """
    ticket = await service.unmerge(session, cause, ticket_id, body, if_match)
    await session.flush()
    return answer.item(TicketOut.of(ticket))


@router.post("/{ticket_id}/split")
async def split_ticket(
    ticket_id: Id, body: SplitIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> TicketOut:
    """Make some of a ticket's messages a ticket of its own; answers the new one.

    It has the same people and owner, is linked to the first, and its clocks run since the customer wrote the first of
    these messages. If-Match names the version of the ticket that is split.
    """
    ticket = await splitting.split(session, cause, ticket_id, body, if_match)
    await session.flush()
    return answer.item(TicketOut.of(ticket))
