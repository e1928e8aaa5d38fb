"""Opening loop cases, and moving them by ticketing's facts."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.loop_cases.models import LoopCase, Result
from shared.contracts.feedback import LoopAssigned, LoopClosed, LoopContacted, LoopFact, LoopOpened
from shared.contracts.ticketing import EscalationOpened, RecoveryFact, TicketAssigned
from shared.events.cause import Cause
from shared.events.event import Event
from shared.events.outbox import tell

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
    for case in (await _locked(session, [response_id])).values():
        if case.close("no_action", cause.at, reason):
            _tell(session, cause, case, LoopClosed)


async def follow_escalations(session: AsyncSession, events: list[Event[EscalationOpened]]) -> None:
    """An escalation names ticket, recovery case and, unless a group has it, the owner."""
    cases = await _locked(session, (event.data.response_id for event in events))
    for event in events:
        fact = event.data
        if case := cases.get(fact.response_id):
            case.name(fact.ticket_id, fact.recovery_case_id)
            case.own(fact.owner_id, event.sequence)
            if fact.owner_id is not None and not case.ended_without_action and case.assign(fact.opened_at):
                _tell(session, event.cause, case, LoopAssigned)


async def follow_assignments(session: AsyncSession, events: list[Event[TicketAssigned]]) -> None:
    """The ticket of an answer has another owner, perhaps its first."""
    cases = await _locked(session, (event.data.response_id for event in events))
    for event in events:
        fact = event.data
        if fact.response_id is not None and (case := cases.get(fact.response_id)):
            case.name(fact.ticket_id, None)
            case.own(fact.assignee_id, event.sequence)
            if fact.assignee_id is not None and not case.ended_without_action and case.assign(fact.assigned_at):
                _tell(session, event.cause, case, LoopAssigned)


async def follow_recoveries(session: AsyncSession, events: list[Event[RecoveryFact]]) -> None:
    """A recovery case was planned, reached the customer, or ended. Each fact holds all of its times."""
    cases = await _locked(session, (event.data.response_id for event in events))
    for event in events:
        response_id = event.data.response_id
        if response_id is not None and (case := cases.get(response_id)):
            case.name(event.data.ticket_id, event.data.recovery_case_id)
            if not case.ended_without_action:
                _follow_recovery(session, event.cause, case, event.data)


async def repair_closing(session: AsyncSession, cause: Cause, response_id: UUID) -> tuple[str, str | None]:
    """A loop that should have closed; answers a repair's result and reason.

    It closes by ticketing's recovery.completed alone: where that fact was lost on the way, its dead letter
    is to be replayed.
    """
    case = (await _locked(session, [response_id])).get(response_id)
    if case is None:
        return "refused", "no_loop_case"
    return ("nothing_to_do", None) if case.state == "closed" else ("refused", "recovery_not_completed")


def _follow_recovery(session: AsyncSession, cause: Cause, case: LoopCase, fact: RecoveryFact) -> None:
    case.planned_at = case.planned_at or fact.planned_at
    if fact.contacted_at is not None and case.contact(fact.contacted_at):
        _tell(session, cause, case, LoopContacted)
    ended = fact.completed_at is not None and fact.outcome is not None
    if ended and case.close(RESULTS[str(fact.outcome)], cause.at):
        _tell(session, cause, case, LoopClosed)


async def _locked(session: AsyncSession, response_ids: Iterable[UUID | None]) -> dict[UUID, LoopCase]:
    """The cases of these answers, locked in one order everywhere."""
    wanted = {response_id for response_id in response_ids if response_id is not None}
    asked = (
        select(LoopCase)
        .where(col(LoopCase.response_id).in_(wanted))
        .order_by(col(LoopCase.response_id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if not wanted:
        return {}
    return {case.response_id: case for case in (await session.execute(asked)).scalars()}


def _tell(session: AsyncSession, cause: Cause, case: LoopCase, kind: type[LoopFact]) -> None:
    at = {LoopAssigned: case.assigned_at, LoopContacted: case.contacted_at, LoopClosed: case.closed_at}[kind]
    fact = kind.model_validate(
        {
            **case.model_dump(include={"response_id", "ticket_id", "recovery_case_id", "account_id"}),
            **case.model_dump(include={"contact_id", "owner_id", "result", "reason"}),
            "loop_case_id": case.id,
            "stage": case.stage,
            "at": at,
        }
    )
    tell(session, fact, cause, trace_id=case.trace_id, time=at)
