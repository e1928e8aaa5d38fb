"""What happened that a program may ask about. Each occasion is decided once, by the programs that were active then."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.decisions import service
from services.feedback.decisions.eligibility import Occasion, Reason
from services.feedback.decisions.rules import Asking, asking
from services.feedback.decisions.service import About, Consideration
from services.feedback.programs.models import Program
from services.feedback.surveys.models import Survey
from shared.contracts.analytics import RepairTrigger
from shared.contracts.ticketing import RecoveryCompleted, TicketSolved, TicketStatusFact
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.events.event import Event

SOLVED = "ticket.solved"
RECOVERED = "recovery.completed"
STORY_ENDS_AFTER = 3  # negative answers

_DECIDED = "SELECT key FROM send_decision WHERE ticket_id = ANY ($1::uuid[])"
_MERGED = "SELECT id FROM service_case WHERE id = ANY ($1::uuid[]) AND merged"
_NEGATIVE = """
SELECT trace_id, count(*) AS answers FROM response
WHERE trace_id = ANY ($1::uuid[]) AND outcome = 'negative' AND deleted_at IS NULL GROUP BY trace_id
"""

Outcome = tuple[str, str | None]


class Happened(NamedTuple):
    """Something that programs may ask about. name: what makes it one occasion, whatever event tells of it."""

    cause: Cause
    name: str
    contact_id: UUID | None
    account_id: UUID | None
    at: datetime
    trace_id: UUID
    about: About
    more: tuple[Reason, ...]


async def ask_about_solved(session: AsyncSession, events: list[Event[TicketSolved]]) -> None:
    """A ticket was solved: its requester may be asked how that went, once for each time that it is solved."""
    await _consider(
        session, SOLVED, await _solved(session, [(each.cause, each.data, each.trace_id) for each in events])
    )


async def ask_about_recoveries(session: AsyncSession, events: list[Event[Any]]) -> None:
    """A recovery ended, well or badly: whoever it was for may be asked, until their story has gone on for too long.

    events: of an escalation; the others are passed by.
    """
    told = [(each.cause, each.data, each.trace_id) for each in events if isinstance(each.data, RecoveryCompleted)]
    if told:
        await _consider(session, RECOVERED, await _recovered(session, told))


async def repair(session: AsyncSession, cause: Cause, trigger: RepairTrigger) -> Outcome:
    """Decide what was to be decided about a fact that did not come here; answers a repair's result and reason."""
    try:
        match trigger.type:
            case TicketSolved.fact_type:
                solved = TicketSolved.model_validate(trigger.data)
                happened = await _solved(session, [(cause, solved, trigger.correlationid)])
                done = await _consider(session, SOLVED, happened)
            case RecoveryCompleted.fact_type:
                recovered = RecoveryCompleted.model_validate(trigger.data)
                happened = await _recovered(session, [(cause, recovered, trigger.correlationid)])
                done = await _consider(session, RECOVERED, happened)
            case _:
                return "refused", "unknown_trigger"
    except ValidationError:
        return "refused", "unreadable_trigger"
    return ("done", None) if done else ("nothing_to_do", None)


async def _solved(session: AsyncSession, told: Sequence[tuple[Cause, TicketSolved, UUID]]) -> list[Happened]:
    merged = {row.id for row in await fetch(session, _MERGED, [fact.ticket_id for _, fact, _ in told])}
    return [
        Happened(
            cause=cause,
            name=f"{fact.ticket_id}/{fact.reopen_count}",
            contact_id=fact.contact_id,
            account_id=fact.account_id,
            at=fact.at,
            trace_id=trace_id,
            about=About(ticket_id=fact.ticket_id, reopen_count=fact.reopen_count),
            more=tuple(_against(fact, merged=fact.ticket_id in merged)),
        )
        for cause, fact, trace_id in told
    ]


async def _recovered(session: AsyncSession, told: Sequence[tuple[Cause, RecoveryCompleted, UUID]]) -> list[Happened]:
    traces = [trace_id for _, _, trace_id in told]
    answers = {row.trace_id: row.answers for row in await fetch(session, _NEGATIVE, traces)}
    return [
        Happened(
            cause=cause,
            name=str(fact.recovery_case_id),
            contact_id=fact.contact_id,
            account_id=fact.account_id,
            at=fact.completed_at or cause.at,
            trace_id=trace_id,
            about=About(ticket_id=fact.ticket_id, recovery_case_id=fact.recovery_case_id, response_id=fact.response_id),
            more=_exhausted(answers.get(trace_id, 0)),
        )
        for cause, fact, trace_id in told
    ]


async def _consider(session: AsyncSession, name: str, happened: Sequence[Happened]) -> bool:
    """Decide for each active program, or that there is none; an occasion that was decided stays as it was.

    Answers whether any was to be decided.
    """
    decided = await _decided(session, [each.about.ticket_id for each in happened if each.about.ticket_id])
    fresh = [each for each in happened if f"{name}/{each.name}" not in decided]
    if fresh:
        programs: Sequence[Asking | None] = await active(session, name) or [None]
        await service.consider(session, [_considered(name, each, program) for each in fresh for program in programs])
    return bool(fresh)


def _considered(name: str, each: Happened, program: Asking | None) -> Consideration:
    delay = timedelta(seconds=program.program.delay_seconds) if program else timedelta()
    return Consideration(
        cause=each.cause,
        key=f"{name}/{each.name}/{program.program.id if program else 'none'}",
        asking=program,
        contact_id=each.contact_id,
        account_id=each.account_id,
        occasion=Occasion(each.name, each.trace_id),
        at=max(each.cause.at, each.at + delay),
        trace_id=each.trace_id,
        about=each.about,
        more=each.more,
    )


async def active(session: AsyncSession, event: str) -> list[Asking]:
    """The programs that an event sets off now, in the order they were made."""
    asked = (
        select(Program, Survey)
        .join(Survey, col(Survey.id) == col(Program.survey_id))
        .where(col(Program.state) == "active", col(Program.event) == event)
        .order_by(col(Program.id))
    )
    return [asking(program, survey) for program, survey in await session.execute(asked)]


async def _decided(session: AsyncSession, ticket_ids: Iterable[UUID]) -> set[str]:
    """The occasions about these tickets that were decided: the event and the name of each."""
    rows = await fetch(session, _DECIDED, sorted(set(ticket_ids)))
    return {row.key.rpartition("/")[0] for row in rows}


def _against(fact: TicketStatusFact, *, merged: bool) -> Iterable[Reason]:
    if fact.solved_by in ("bot", "system"):
        yield Reason("auto_closed", f"solved by {fact.solved_by}")
    if fact.resolution_code == "spam":
        yield Reason("spam")
    if merged:
        yield Reason("merged")
    if fact.type == "escalation":
        yield Reason("escalation_ticket")


def _exhausted(answers: int) -> tuple[Reason, ...]:
    return (Reason("story_exhausted", f"{answers} negative answers"),) if answers >= STORY_ENDS_AFTER else ()
