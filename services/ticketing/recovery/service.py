"""The deeds on recovery cases. Each locks the case, does or refuses, and tells what became true."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.recovery import queries, states
from services.ticketing.recovery.errors import (
    CaseFinished,
    CaseTransitionNotAllowed,
    CompensationPending,
    OutcomeNeeded,
    PlanNeeded,
)
from services.ticketing.recovery.models import RecoveryCase, RecoveryContact
from services.ticketing.recovery.schemas import CasePatch, CaseTraits, CaseTransitionIn, ContactIn
from shared import business_time
from shared.contracts.ticketing import (
    RecoveryAcknowledged,
    RecoveryCompleted,
    RecoveryContacted,
    RecoveryFact,
    RecoveryOpened,
)
from shared.events import outbox, writing
from shared.events.cause import Cause
from shared.events.writing import Rows
from shared.features.audit import service as audit
from shared.features.calendars import queries as calendars
from shared.http import etags, merge_patch

_TOLD = set(RecoveryFact.model_fields) - {"recovery_case_id"}

_UNTOUCHED = writing.blank(RecoveryCase)


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case to open. Its dues count from the cause's time; a calendar of None is 24x7."""

    case_id: UUID
    ticket_id: UUID
    response_id: UUID | None
    account_id: UUID | None
    contact_id: UUID | None
    owner_id: UUID | None
    severity: str
    trace_id: UUID
    plan_due_seconds: int
    plan_calendar_id: UUID | None
    contact_due_seconds: int
    contact_calendar_id: UUID | None
    cause: Cause


async def open_cases(session: AsyncSession, cases: Sequence[NewCase]) -> Rows:
    """Cases for answers that have none, as rows for the caller to write; tells recovery.opened."""
    hours = await calendars.load(
        session, {calendar for new in cases for calendar in (new.plan_calendar_id, new.contact_calendar_id)}
    )

    @cache
    def due(calendar_id: UUID | None, at: datetime, seconds: int) -> datetime:
        return business_time.add(hours[calendar_id] if calendar_id else None, at, seconds)

    rows = [_row(new, due) for new in cases]
    for new, row in zip(cases, rows, strict=True):
        told = RecoveryOpened(recovery_case_id=new.case_id, **{name: row[name] for name in _TOLD})
        outbox.tell(session, told, new.cause, trace_id=new.trace_id)
    return rows


async def contact(
    session: AsyncSession, cause: Cause, case_id: UUID, body: ContactIn, expected_version: int | None = None
) -> RecoveryCase:
    """Record an attempt to reach the customer; the first that reached them is the contact that was due.

    Raises NotFound, CaseFinished, PreconditionFailed.
    """
    case = await open_case(session, case_id, expected_version)
    case.attempts += 1
    session.add(
        RecoveryContact(
            case_id=case.id,
            contacted_at=body.contacted_at,
            channel=body.channel,
            note=body.note,
            outcome=body.outcome,
            recorded_at=cause.at,
            recorded_by=cause.actor,
        )
    )
    if body.outcome == "reached":
        _reached(session, cause, case, body.contacted_at)
    await record(session, cause, case, "contact", after={"outcome": body.outcome, "channel": body.channel})
    return case


async def count_reply_as_contact(session: AsyncSession, cause: Cause, ticket_id: UUID, at: datetime) -> None:
    """The first public reply of an agent reaches the customer too; nothing where no case waits for it."""
    case = await queries.unfinished_of_ticket(session, ticket_id)
    if case is not None:
        _reached(session, cause, case, at)


async def change_owner(session: AsyncSession, cause: Cause, ticket_id: UUID, owner_id: UUID | None) -> None:
    """The case goes with its ticket's assignee."""
    case = await queries.unfinished_of_ticket(session, ticket_id)
    if case is not None and case.owner_id != owner_id:
        before = case.owner_id
        case.owner_id = owner_id
        await record(session, cause, case, "assign", before={"owner_id": before}, after={"owner_id": owner_id})


async def move(
    session: AsyncSession, cause: Cause, case_id: UUID, body: CaseTransitionIn, expected_version: int | None = None
) -> RecoveryCase:
    """Enter a state; the one that holds is no change.

    Raises NotFound, CaseTransitionNotAllowed, CompensationPending, PlanNeeded, OutcomeNeeded, PreconditionFailed.
    """
    case = await queries.locked(session, case_id)
    etags.check(case.version, expected_version)
    if _holds(case, body):
        return case
    before = case.state
    if body.to == states.PLANNED and states.PLANNED in states.ALLOWED[case.state]:
        raise PlanNeeded
    if body.to == states.ACKNOWLEDGED:
        acknowledge(session, cause, case)
    elif body.to in states.OUTCOMES:
        _complete(session, cause, case, body)
    else:
        case.move(body.to)
    after = {"state": case.state, "outcome": case.outcome}
    await record(session, cause, case, "move", before={"state": before}, after=after)
    return case


async def change(
    session: AsyncSession, cause: Cause, case_id: UUID, patch: CasePatch, expected_version: int | None = None
) -> RecoveryCase:
    """Say what failed and how badly; of a case that has ended too, since causes are often found later.

    Raises NotFound, Invalid, PreconditionFailed.
    """
    case = await queries.locked(session, case_id)
    etags.check(case.version, expected_version)
    held = case.model_dump(include=set(CaseTraits.model_fields), exclude_none=True)
    said = merge_patch.merged(CaseTraits, held, patch).model_dump()
    before = {name: getattr(case, name) for name, value in said.items() if getattr(case, name) != value}
    if before:
        for name in before:
            setattr(case, name, said[name])
        await record(session, cause, case, "change", before=before, after={name: said[name] for name in before})
    return case


def _holds(case: RecoveryCase, body: CaseTransitionIn) -> bool:
    if case.state != body.to:
        return False
    if body.outcome is not None and body.outcome != case.outcome:
        raise CaseTransitionNotAllowed(f"The case is {case.state} with another outcome.")
    return True


def acknowledge(session: AsyncSession, cause: Cause, case: RecoveryCase) -> None:
    """Somebody takes the case on. Raises CaseTransitionNotAllowed."""
    case.move(states.ACKNOWLEDGED)
    case.acknowledged_at = cause.at
    tell(session, cause, case, RecoveryAcknowledged)


def _reached(session: AsyncSession, cause: Cause, case: RecoveryCase, at: datetime) -> None:
    if case.contacted_at is not None:
        return
    case.contacted_at = at
    if case.state == states.PLANNED:
        case.move(states.IN_PROGRESS)
    tell(session, cause, case, RecoveryContacted, time=at)


def _complete(session: AsyncSession, cause: Cause, case: RecoveryCase, body: CaseTransitionIn) -> None:
    outcomes = states.OUTCOMES[body.to]
    case.move(body.to)
    if case.pending_compensations > 0:
        raise CompensationPending
    if body.outcome not in outcomes:
        raise OutcomeNeeded(outcomes)
    case.outcome = body.outcome
    case.completed_at = cause.at
    tell(session, cause, case, RecoveryCompleted)


async def open_case(session: AsyncSession, case_id: UUID, expected_version: int | None) -> RecoveryCase:
    """An unfinished case, locked. Raises NotFound, PreconditionFailed, CaseFinished."""
    case = await queries.locked(session, case_id)
    etags.check(case.version, expected_version)
    if case.finished:
        raise CaseFinished(f"It is {case.state} since {outbox.rfc3339(case.completed_at or case.opened_at)}.")
    return case


def _row(new: NewCase, due: Callable[[UUID | None, datetime, int], datetime]) -> dict[str, Any]:
    at = new.cause.at
    return {
        **_UNTOUCHED,
        "id": new.case_id,
        "ticket_id": new.ticket_id,
        "response_id": new.response_id,
        "account_id": new.account_id,
        "contact_id": new.contact_id,
        "trace_id": new.trace_id,
        "severity": new.severity,
        "owner_id": new.owner_id,
        "opened_at": at,
        "plan_calendar_id": new.plan_calendar_id,
        "plan_due_at": due(new.plan_calendar_id, at, new.plan_due_seconds),
        "contact_due_at": due(new.contact_calendar_id, at, new.contact_due_seconds),
    }


def tell(
    session: AsyncSession,
    cause: Cause,
    case: RecoveryCase,
    fact: type[RecoveryFact],
    *,
    time: datetime | None = None,
) -> None:
    """Tell a fact of a case that is locked. time: when it happened, where that is not now."""
    told = fact(recovery_case_id=case.id, **case.model_dump(include=_TOLD))
    outbox.tell(session, told, cause, trace_id=case.trace_id, time=time)


async def record(
    session: AsyncSession,
    cause: Cause,
    case: RecoveryCase,
    verb: str,
    *,
    after: dict[str, Any],
    before: dict[str, Any] | None = None,
) -> None:
    """Write what became of a case into the audit trail."""
    await audit.record(
        session,
        cause,
        action=f"recovery_case.{verb}",
        entity="recovery_case",
        entity_id=case.id,
        before=before,
        after=after,
    )
