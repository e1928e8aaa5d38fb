"""The account's team is known at last: what the group has goes to the CSM, a few cases a transaction.

Each case takes about sixteen statements. All of an account that had hundreds waiting would outlive the
transaction's timeout, and would be tried again for ever.
"""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.directory import queries as directory
from services.ticketing.directory.queries import Customer, Mirror
from services.ticketing.escalation import notices, people, queries
from services.ticketing.escalation.known import Route
from services.ticketing.recovery import queries as recovery
from services.ticketing.recovery import waiting
from services.ticketing.recovery.models import AccountToAssign, RecoveryCase
from services.ticketing.tickets import queries as ticket_queries
from services.ticketing.tickets import service as tickets
from services.ticketing.tickets.schemas import AssignIn
from shared.contracts.onboarding import AccountTeamChanged
from shared.events.cause import Cause
from shared.events.event import Event
from shared.features.notifications import service as notifications
from shared.worker.jobs import Job, OneByOne

AT_ONCE = 20  # cases of one account in a transaction


async def assign_waiting_cases(session: AsyncSession, events: list[Event[AccountTeamChanged]]) -> None:
    """Give escalations that the group has to the account's CSM, now that there is one, and tell them.

    Only while the recovery case is opened and nobody has assigned the ticket by hand. Acts on the team as
    the mirror has it, not on these facts. What is left of an account after AT_ONCE cases is the job's.
    """
    causes = {event.data.account_id: event.cause for event in events}
    await directory.hold_teams(session, causes)
    mirror = await directory.known(session, causes)
    for account_id, cause in sorted(causes.items()):
        last = await _assign_some(session, cause, account_id, mirror, after=None)
        if last is not None:
            await waiting.leave(session, cause, account_id, last)


async def _assign_left(session: AsyncSession, cause: Cause) -> int:
    """Go on with one account that has more; answers how many accounts it was."""
    oldest = select(col(AccountToAssign.account_id)).order_by(col(AccountToAssign.left_at)).limit(1)
    account_id = await session.scalar(oldest)
    if account_id is None:
        return 0
    await directory.hold_teams(session, [account_id])  # before the row, as the handler does
    left = await session.get_one(AccountToAssign, account_id, with_for_update=True)
    mirror = await directory.known(session, [account_id])
    told = Cause(left.cause_id, left.actor, cause.at, traceparent=left.traceparent)
    last = await _assign_some(session, told, account_id, mirror, after=left.after_case_id)
    if last is None:
        await session.delete(left)
    else:
        left.after_case_id, left.left_at = last, cause.at
    return 1


JOB = Job("assign_waiting_cases", 1.0, OneByOne(_assign_left))
"""Goes on where a change of a team left waiting cases."""


async def _assign_some(
    session: AsyncSession, cause: Cause, account_id: UUID, mirror: Mirror, *, after: UUID | None
) -> UUID | None:
    """Assign the next cases that wait; answers the last one if there are more."""
    cases = await recovery.still_opened(session, account_id, after=after, most=AT_ONCE + 1)
    for case in cases[:AT_ONCE]:
        if case.response_id is not None:
            await _assign(session, cause, case.response_id, case, mirror, mirror.customers[account_id])
    return cases[AT_ONCE - 1].id if len(cases) > AT_ONCE else None


async def _assign(
    session: AsyncSession, cause: Cause, response_id: UUID, case: RecoveryCase, mirror: Mirror, customer: Customer
) -> None:
    escalation = await queries.escalation(session, response_id)
    if escalation is None:
        return
    ticket = await ticket_queries.locked(session, escalation.ticket_id)
    waits = ticket.assignee_id is None and ticket.assigned_by == "route"
    if not waits or ticket.status == "closed" or ticket.merged_into_id is not None:
        return
    route = Route.of(*await queries.route_of(session, escalation))
    owner = people.owner(route, customer, mirror.staff, cause.at)
    if owner.staff_id is None:
        return
    await tickets.assign(session, cause, ticket.id, AssignIn(assignee_id=owner.staff_id), by="team_changed")
    listener = people.Listener(owner.staff_id, route.assignee_role or "csm", owner.address)
    told = notices.of_escalation(ticket.model_dump(), response_id, case.id, customer, [listener], cause)
    await notifications.queue(session, cause, told)
