"""Opening loop cases, and moving them by ticketing's facts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.loop_cases import holding
from services.feedback.loop_cases.course import Course, Result
from services.feedback.loop_cases.models import LoopCase
from shared.contracts.feedback import LoopAssigned, LoopClosed, LoopContacted, LoopFact, LoopOpened
from shared.contracts.ticketing import EscalationOpened, RecoveryFact, TicketAssigned
from shared.events.cause import Cause
from shared.events.event import Event
from shared.events.outbox import tell

News = EscalationOpened | TicketAssigned | RecoveryFact
"""What moves a loop case."""

RESULTS: dict[str, Result] = {
    "recovered": "resolved",
    "partly": "resolved",
    "lost": "not_recovered",
    "unreachable": "unreachable",
}
"""How a recovery's outcome ends the loop."""


def tell_opened(session: AsyncSession, cause: Cause, response: Mapping[str, Any]) -> None:
    """Tell that a negative answer opened its loop case. response: the answer's columns."""
    opened = LoopOpened(
        loop_case_id=response["loop_case_id"],
        response_id=response["id"],
        ticket_id=None,
        recovery_case_id=None,
        account_id=response["account_id"],
        contact_id=response["contact_id"],
        owner_id=None,
        stage="triggered",
        result=None,
        reason=None,
        at=cause.at,
    )
    tell(session, opened, cause, trace_id=response["trace_id"])


async def open_case(session: AsyncSession, cause: Cause, response: Mapping[str, Any]) -> None:
    """Make the loop case of an answer that turned negative. response: the answer's columns."""
    session.add(
        LoopCase(
            id=response["loop_case_id"],
            response_id=response["id"],
            account_id=response["account_id"],
            contact_id=response["contact_id"],
            trace_id=response["trace_id"],
            opened_at=cause.at,
        )
    )
    tell_opened(session, cause, response)


async def close_without_action(session: AsyncSession, cause: Cause, response_id: UUID, *, reason: str) -> None:
    """End the loop case of an answer, if it has an open one: nothing is left to be done."""
    async with holding.cases(session, [response_id]) as cases:
        for case in cases.values():
            if case.close("no_action", cause.at, reason):
                _tell(session, cause, case, LoopClosed, cause.at)


async def follow(session: AsyncSession, events: list[Event[News]]) -> None:
    """Ticketing took an answer up, gave it to somebody, or came a step further with its recovery."""
    async with holding.cases(session, (event.data.response_id for event in events)) as cases:
        for event in events:
            response_id = event.data.response_id
            if response_id is not None and (case := cases.get(response_id)):
                _move(session, event, case)


async def repair_closing(session: AsyncSession, cause: Cause, response_id: UUID) -> tuple[str, str | None]:
    """A loop that should have closed; answers a repair's result and reason.

    It closes by ticketing's recovery.completed alone: where that fact was lost on the way, its dead letter
    is to be replayed.
    """
    async with holding.cases(session, [response_id]) as cases:
        case = cases.get(response_id)
    if case is None:
        return "refused", "no_loop_case"
    return ("nothing_to_do", None) if case.state == "closed" else ("refused", "recovery_not_completed")


def _move(session: AsyncSession, event: Event[News], case: Course) -> None:
    match event.data:
        case EscalationOpened() as fact:
            case.name(fact.ticket_id, fact.recovery_case_id)
            _follow_owner(session, event, case, fact.owner_id, fact.opened_at)
        case TicketAssigned() as fact:
            case.name(fact.ticket_id, None)
            _follow_owner(session, event, case, fact.assignee_id, fact.assigned_at)
        case RecoveryFact() as fact:
            case.name(fact.ticket_id, fact.recovery_case_id)
            if not case.ended_without_action:
                _follow_recovery(session, event.cause, case, fact)


def _follow_owner(session: AsyncSession, event: Event[News], case: Course, owner_id: UUID | None, at: datetime) -> None:
    """The ticket has an owner, perhaps its first, or only a group has it."""
    case.own(owner_id, event.sequence)
    if owner_id is not None and not case.ended_without_action and case.assign(at):
        _tell(session, event.cause, case, LoopAssigned, at)


def _follow_recovery(session: AsyncSession, cause: Cause, case: Course, fact: RecoveryFact) -> None:
    """A recovery case was planned, reached the customer, or ended. Each fact holds all of its times."""
    case.plan(fact.planned_at)
    if fact.contacted_at is not None and case.contact(fact.contacted_at):
        _tell(session, cause, case, LoopContacted, fact.contacted_at)
    ended = fact.completed_at is not None and fact.outcome is not None
    if ended and case.close(RESULTS[str(fact.outcome)], cause.at):
        _tell(session, cause, case, LoopClosed, cause.at)


def _tell(session: AsyncSession, cause: Cause, case: Course, kind: type[LoopFact], at: datetime) -> None:
    fact = kind(
        loop_case_id=case.id,
        response_id=case.response_id,
        ticket_id=case.ticket_id,
        recovery_case_id=case.recovery_case_id,
        account_id=case.account_id,
        contact_id=case.contact_id,
        owner_id=case.owner_id,
        stage=case.stage,
        result=case.result,
        reason=case.reason,
        at=at,
    )
    tell(session, fact, cause, trace_id=case.trace_id, time=at)
