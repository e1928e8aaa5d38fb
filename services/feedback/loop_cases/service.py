"""Opening loop cases, and moving them: by ticketing's facts, and by hand."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.loop_cases import holding, promises, queries
from services.feedback.loop_cases.clocks import DueStage
from services.feedback.loop_cases.course import Course, Result
from services.feedback.loop_cases.models import LoopCase
from services.feedback.loop_cases.schemas import LoopCaseCloseIn, LoopCasePatch
from shared.contracts.feedback import LoopAssigned, LoopClosed, LoopContacted, LoopFact, LoopOpened, LoopOverdue
from shared.contracts.ticketing import EscalationOpened, RecoveryFact, TicketAssigned
from shared.events.cause import Cause
from shared.events.event import Event
from shared.events.outbox import tell
from shared.features.audit import service as audit
from shared.http import etags
from shared.http.errors import Conflict

News = EscalationOpened | TicketAssigned | RecoveryFact
"""What moves a loop case."""

RESULTS: dict[str, Result] = {
    "recovered": "resolved",
    "partly": "resolved",
    "lost": "not_recovered",
    "unreachable": "unreachable",
}
"""How a recovery's outcome ends the loop."""


class LoopCaseClosed(Conflict):
    """The loop case has ended."""

    code = "loop_case_closed"


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
    dues = await promises.dues(session, cause.at)
    session.add(
        LoopCase(
            id=response["loop_case_id"],
            response_id=response["id"],
            account_id=response["account_id"],
            contact_id=response["contact_id"],
            trace_id=response["trace_id"],
            opened_at=cause.at,
            **asdict(dues),
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


async def change(
    session: AsyncSession, cause: Cause, loop_case_id: UUID, patch: LoopCasePatch, expected: int | None
) -> LoopCase:
    """Give a case another owner or note. The ticket's next owner is the case's again.

    Raises NotFound, PreconditionFailed, LoopCaseClosed (no owner is given to what has ended).
    """
    case = await queries.loop_case(session, loop_case_id, lock=True)
    etags.check(case.version, expected)
    given = patch.model_dump(exclude_unset=True)
    changed = {name: value for name, value in given.items() if getattr(case, name) != value}
    if not changed:
        return case
    if "owner_id" in changed and case.state == "closed":
        raise LoopCaseClosed
    before = {"owner_id": case.owner_id} if "owner_id" in changed else {}
    for name, value in changed.items():
        setattr(case, name, value)
    if changed.get("owner_id") and case.assigned_at is None:
        case.assigned_at = cause.at
        _tell(session, cause, case, LoopAssigned, cause.at)
    # Not the note: the trail outlives what is erased of it.
    after = {"owner_id": changed["owner_id"]} if "owner_id" in changed else {}
    await audit.record_row(session, cause, "change", case, before, {**after, "changed": sorted(changed)})
    return case


async def close(
    session: AsyncSession, cause: Cause, loop_case_id: UUID, body: LoopCaseCloseIn, expected: int | None
) -> LoopCase:
    """End a case by hand: nothing is to be done, for this reason. Closing it so again changes nothing.

    Raises NotFound, PreconditionFailed, LoopCaseClosed.
    """
    case = await queries.loop_case(session, loop_case_id, lock=True)
    etags.check(case.version, expected)
    if case.state == "closed":
        if (case.result, case.reason) == ("no_action", body.reason):
            return case
        raise LoopCaseClosed(f"Its result is {case.result}.")
    case.state, case.result, case.reason, case.closed_at = "closed", "no_action", body.reason, cause.at
    case.note = body.note or case.note
    _tell(session, cause, case, LoopClosed, cause.at)
    await audit.record_row(
        session, cause, "close", case, {"state": "open"}, audit.state_of(case, "state", "result", "reason")
    )
    return case


def tell_overdue(session: AsyncSession, cause: Cause, case: LoopCase, stage: DueStage, due_at: datetime) -> None:
    """Tell that a step was not done in time."""
    overdue = LoopOverdue.model_validate({**_told(case), "at": cause.at, "due_at": due_at, "overdue_stage": stage})
    tell(session, overdue, cause, trace_id=case.trace_id, time=due_at)


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


def _tell(session: AsyncSession, cause: Cause, case: Course | LoopCase, kind: type[LoopFact], at: datetime) -> None:
    tell(session, kind.model_validate({**_told(case), "at": at}), cause, trace_id=case.trace_id, time=at)


def _told(case: Course | LoopCase) -> dict[str, Any]:
    return {"loop_case_id": case.id, **{name: getattr(case, name) for name in _TOLD}}


_TOLD = (
    "response_id",
    "ticket_id",
    "recovery_case_id",
    "account_id",
    "contact_id",
    "owner_id",
    "stage",
    "result",
    "reason",
)
