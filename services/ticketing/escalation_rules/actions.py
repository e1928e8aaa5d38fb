"""What a level does to its ticket: deeds of others, in the transaction that fires it.

A deed refuses before it changes anything, so that one that is refused leaves the others as they are.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.escalation.service import SEVERITY
from services.ticketing.escalation_rules.people import Circle, Heard
from services.ticketing.recovery import queries as recoveries
from services.ticketing.recovery import service as recovery
from services.ticketing.recovery.models import RecoveryCase
from services.ticketing.sla.clock import ClockState
from services.ticketing.sla.levels import Due
from services.ticketing.sla.models import SlaClock
from services.ticketing.tickets import service as tickets
from services.ticketing.tickets.models import Ticket
from services.ticketing.tickets.schemas import MOST_TAGS, AssignIn, TicketPatch
from services.ticketing.watchers import queries as watchers
from services.ticketing.watchers.notices import ROLE
from shared.events.cause import Cause
from shared.features.calendars import queries as calendars
from shared.features.notifications import service as notifications
from shared.features.notifications.service import About, Notice, Recipient
from shared.http.errors import Problem
from shared.ids import uuid7

PLAN_DUE_SECONDS = 28_800  # of the clock's calendar: one working day
CONTACT_DUE_SECONDS = 172_800  # 24x7: two days
BY = "escalation"
"""The reason that ticket.assigned names."""

DONE, NOTHING_TO_DO, REFUSED, RECORDED = "done", "nothing_to_do", "refused", "recorded"
HIGHER: Final = {"low": "normal", "normal": "high", "high": "urgent"}


@dataclass(frozen=True, slots=True)
class Fired:
    """A level that fires: on which clock of which ticket, in which state, and who hears of it."""

    due: Due
    clock: SlaClock
    state: ClockState
    ticket: Ticket
    heard: Sequence[Heard]
    known: Circle
    cause: Cause


async def act(session: AsyncSession, fired: Fired) -> list[dict[str, Any]]:
    """Do what the level says, in its order; answers what came of each action."""
    results = []
    for action in fired.due.level.body["actions"]:
        try:
            result = await _DEEDS[action["do"]](session, fired, action)
        except Problem:
            result = REFUSED
        results.append({"do": action["do"], "result": result})
    return results


async def tell_watchers(session: AsyncSession, fired: Fired) -> None:
    """Let those hear of it who watch the ticket; who heard of it for a role hears no second time."""
    listening = await watchers.listening(session, [fired.ticket.id])
    heard = [Heard(ROLE, "role", row.staff_id, row.address) for row in listening]
    await notifications.queue(session, fired.cause, [_notice(fired, 0, each) for each in heard])


async def _notify(session: AsyncSession, fired: Fired, _: Mapping[str, Any]) -> str:
    reachable = [each for each in fired.heard if each.address is not None]
    queued = await notifications.queue(
        session, fired.cause, [_notice(fired, number, each) for number, each in enumerate(reachable)]
    )
    return DONE if queued else NOTHING_TO_DO


async def _raise_priority(session: AsyncSession, fired: Fired, _: Mapping[str, Any]) -> str:
    higher = HIGHER.get(fired.ticket.priority)
    if higher is None:
        return NOTHING_TO_DO
    return await _change(session, fired, priority=higher)


async def _add_tag(session: AsyncSession, fired: Fired, action: Mapping[str, Any]) -> str:
    tags = fired.ticket.tags
    if action["tag"] in tags:
        return NOTHING_TO_DO
    if len(tags) >= MOST_TAGS:
        return REFUSED
    return await _change(session, fired, tags=[*tags, action["tag"]])


async def _change(session: AsyncSession, fired: Fired, **changes: Any) -> str:
    await tickets.change(session, fired.cause, fired.ticket.id, TicketPatch(**changes), None)
    return DONE


async def _reassign(session: AsyncSession, fired: Fired, action: Mapping[str, Any]) -> str:
    owner = AssignIn(**{name: action[name] for name in ("assignee_id", "group_id") if name in action})
    ticket = fired.ticket
    before = ticket.assignee_id, ticket.group_id
    await tickets.assign(session, fired.cause, ticket.id, owner, by=BY)
    return DONE if (ticket.assignee_id, ticket.group_id) != before else NOTHING_TO_DO


async def _open_recovery(session: AsyncSession, fired: Fired, _: Mapping[str, Any]) -> str:
    ticket = fired.ticket
    if await recoveries.unfinished_of_ticket(session, ticket.id) is not None:
        return NOTHING_TO_DO
    calendar_id = fired.clock.calendar_id
    known = await calendars.load(session, [calendar_id])
    new = recovery.NewCase(
        case_id=uuid7(),
        ticket_id=ticket.id,
        response_id=None,
        account_id=ticket.account_id,
        contact_id=ticket.contact_id,
        owner_id=ticket.assignee_id,
        severity=SEVERITY[ticket.priority],
        trace_id=ticket.trace_id,
        plan_due_seconds=PLAN_DUE_SECONDS,
        plan_calendar_id=calendar_id if calendar_id in known else None,
        contact_due_seconds=CONTACT_DUE_SECONDS,
        contact_calendar_id=None,
        cause=fired.cause,
    )
    for row in await recovery.open_cases(session, [new]):
        session.add(RecoveryCase(**row))
    return DONE


def _notice(fired: Fired, number: int, heard: Heard) -> Notice:
    ticket, rule, customer = fired.ticket, fired.due.rule, fired.known.customer(fired.ticket)
    due_at = fired.state.due_at
    due = None if due_at is None else f"{due_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return Notice(
        template="escalation_level",
        recipient=Recipient(
            kind="staff" if heard.staff_id else "address",
            staff_id=heard.staff_id,
            role=heard.role,
            address=heard.address,
        ),
        dedup_key=f"escalation_level:{fired.clock.id}:{rule.id}:{fired.due.level.key}:{_name(heard, number)}",
        about=About(ticket_id=ticket.id, account_id=ticket.account_id),
        trace_id=ticket.trace_id,
        values={
            "number": ticket.number,
            "subject": ticket.subject,
            "priority": ticket.priority,
            "account": customer.name if customer else None,
            "rule": rule.name,
            "metric": fired.clock.metric,
            "due_at": due,
            "overdue": due if due_at is not None and due_at < fired.cause.at else None,
            "ticket_id": ticket.id,
        },
    )


def _name(heard: Heard, number: int) -> UUID | int:
    """What tells apart those who hear of one level; an address is nobody's business."""
    return heard.staff_id or number


_Deed = Callable[[AsyncSession, Fired, Mapping[str, Any]], Awaitable[str]]
_DEEDS: Mapping[str, _Deed] = {
    "notify": _notify,
    "raise_priority": _raise_priority,
    "reassign": _reassign,
    "add_tag": _add_tag,
    "open_recovery": _open_recovery,
}
