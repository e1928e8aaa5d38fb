"""Merging a ticket into another one, and undoing that.

A merge changes nothing of the ticket but where it belongs: its messages, tags, status and clocks stay its own, and
are shown with the other ticket's. So an unmerge has nothing to restore but what came in between: a reply that was
written on the merged ticket lands on the other one, names the one that it was written on, and goes back there;
what it did to the other ticket (its status, its clocks) was so, and stays.

A ticket into which others are merged may itself be merged: they stay what they are to it. Nothing is merged into a
ticket that is merged, so that there are no circles, and a merge has one undoing.
"""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.attributes import flag_modified

from services.ticketing.merging.errors import MergeNotAllowed, UnknownTicket
from services.ticketing.merging.schemas import MergeIn, UnmergeIn
from services.ticketing.ola import service as ola
from services.ticketing.recovery import homes
from services.ticketing.recovery import queries as recovery
from services.ticketing.sla import clock
from services.ticketing.tickets import service, telling, trees
from services.ticketing.tickets.errors import merged
from services.ticketing.tickets.models import Ticket
from shared.contracts.ticketing import TicketMerged, TicketUnmerged
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags
from shared.http.errors import NotFound

_BRING_MESSAGES_HOME = """
UPDATE message SET ticket_id = $1, addressed_to_id = nullif(addressed_to_id, $1)
WHERE addressed_to_id = ANY ($2::uuid[])
"""


async def merge(
    session: AsyncSession, cause: Cause, ticket_id: UUID, body: MergeIn, expected: int | None = None
) -> Ticket:
    """Make a ticket part of another one; the one that it is part of already is no change.

    Its open clocks stand still, and its recovery case goes with it.
    Raises NotFound, UnknownTicket, PreconditionFailed, MergeNotAllowed, TransitionNotAllowed.
    """
    pair = await trees.locked_pair(session, {ticket_id, body.into})
    ticket, into = pair.get(ticket_id), pair.get(body.into)
    if ticket is None:
        raise NotFound("There is no ticket with this id.")
    if into is None:
        raise UnknownTicket
    etags.check(ticket.version, expected)
    if ticket.merged_into_id == into.id:
        return ticket
    _check(ticket, into)
    await _check_cases(session, ticket, into)
    ticket.merged_into_id = into.id
    _change(cause, ticket, into)
    await service.follow(session, cause, ticket, clock.Fact(cause.at, clock.Kind.MERGED))
    await ola.follow(session, cause, ticket.model_dump())
    await homes.take_along(session, cause, ticket.id, into.id)
    telling.joined(session, cause, ticket, into.id, TicketMerged)
    telling.updated(session, cause, ticket)
    telling.updated(session, cause, into)
    changes = [
        audit.Change("ticket.merge", "ticket", ticket.id, _into(None), _into(into.id), body.reason),
        audit.Change("ticket.take_in", "ticket", into.id, {}, {"ticket_id": ticket.id}, body.reason),
    ]
    await audit.record_many(session, cause, changes)
    return ticket


async def unmerge(
    session: AsyncSession, cause: Cause, ticket_id: UUID, body: UnmergeIn, expected: int | None = None
) -> Ticket:
    """Make a ticket stand by itself again, as it was when it was merged; one that does is no change.

    It takes back its recovery case, and what was written on it meanwhile; what is merged into it stays so.
    Raises NotFound, PreconditionFailed.
    """
    ticket, *above = await trees.locked_path(session, ticket_id)
    etags.check(ticket.version, expected)
    if not above:
        return ticket
    members = await trees.held(session, ticket.id)
    into, end = above[0], above[-1]
    ticket.merged_into_id = None
    _change(cause, ticket, into, end)
    await service.follow(session, cause, ticket, clock.Fact(cause.at, clock.Kind.UNMERGED))
    await ola.follow(session, cause, ticket.model_dump())
    await homes.bring_home(session, cause, ticket.id, members)
    await session.flush()
    await fetch(session, _BRING_MESSAGES_HOME, ticket.id, members)
    telling.joined(session, cause, ticket, into.id, TicketUnmerged)
    for changed in {each.id: each for each in (ticket, into, end)}.values():
        telling.updated(session, cause, changed)
    changes = [
        audit.Change("ticket.unmerge", "ticket", ticket.id, _into(into.id), _into(None), body.reason),
        *(
            audit.Change("ticket.give_back", "ticket", each, {"ticket_id": ticket.id}, {}, body.reason)
            for each in dict.fromkeys([into.id, end.id])
        ),
    ]
    await audit.record_many(session, cause, changes)
    return ticket


def _check(ticket: Ticket, into: Ticket) -> None:
    if ticket.id == into.id:
        raise MergeNotAllowed("A ticket cannot be merged into itself.", conflicting_id=into.id)
    if ticket.merged_into_id is not None:
        raise merged(ticket.merged_into_id)
    if into.merged_into_id is not None:
        raise MergeNotAllowed(
            "The other ticket is merged itself; name the one that it is in.", conflicting_id=into.merged_into_id
        )
    if "closed" in (ticket.status, into.status):
        raise MergeNotAllowed("A closed ticket is not merged, and nothing is merged into it.")


async def _check_cases(session: AsyncSession, ticket: Ticket, into: Ticket) -> None:
    case, other = [await recovery.unfinished_of_ticket(session, each.id) for each in (ticket, into)]
    if case is not None and other is not None:
        raise MergeNotAllowed(
            "Both tickets have a recovery case that is open; end one of them first.",
            conflicting_id=case.id,
        )


def _change(cause: Cause, *tickets: Ticket) -> None:
    """Let their versions rise, even where two deeds fall on one instant."""
    for ticket in tickets:
        service.touch(ticket, cause.at)
        flag_modified(ticket, "updated_at")


def _into(ticket_id: UUID | None) -> dict[str, UUID | None]:
    return {"merged_into_id": ticket_id}
