"""What happened that a program may ask about. Each occasion is decided once, by the programs that were active then."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.decisions import service
from services.feedback.decisions.eligibility import Occasion, Reason
from services.feedback.decisions.rules import Asking, asking
from services.feedback.decisions.service import About, Consideration
from services.feedback.programs.models import Program
from services.feedback.surveys.models import Survey
from shared.contracts.ticketing import RecoveryCompleted, TicketSolved, TicketStatusFact
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.events.event import Event

STORY_ENDS_AFTER = 3  # negative answers

_DECIDED = "SELECT key FROM send_decision WHERE ticket_id = ANY ($1::uuid[])"
_MERGED = "SELECT id FROM service_case WHERE id = ANY ($1::uuid[]) AND merged"
_NEGATIVE = """
SELECT trace_id, count(*) AS answers FROM response
WHERE trace_id = ANY ($1::uuid[]) AND outcome = 'negative' AND deleted_at IS NULL GROUP BY trace_id
"""


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
    merged = {row.id for row in await fetch(session, _MERGED, [event.data.ticket_id for event in events])}
    happened = [
        Happened(
            cause=event.cause,
            name=f"{event.data.ticket_id}/{event.data.reopen_count}",
            contact_id=event.data.contact_id,
            account_id=event.data.account_id,
            at=event.data.at,
            trace_id=event.trace_id,
            about=About(ticket_id=event.data.ticket_id),
            more=tuple(_against(event.data, merged=event.data.ticket_id in merged)),
        )
        for event in events
    ]
    await _consider(session, "ticket.solved", happened)


async def ask_about_recoveries(session: AsyncSession, events: list[Event[RecoveryCompleted]]) -> None:
    """A recovery ended, well or badly: whoever it was for may be asked, until their story has gone on for too long."""
    traces = [event.trace_id for event in events]
    answers = {row.trace_id: row.answers for row in await fetch(session, _NEGATIVE, traces)}
    happened = [
        Happened(
            cause=event.cause,
            name=str(event.data.recovery_case_id),
            contact_id=event.data.contact_id,
            account_id=event.data.account_id,
            at=event.data.completed_at or event.time,
            trace_id=event.trace_id,
            about=About(
                ticket_id=event.data.ticket_id,
                recovery_case_id=event.data.recovery_case_id,
                response_id=event.data.response_id,
            ),
            more=_exhausted(answers.get(event.trace_id, 0)),
        )
        for event in events
    ]
    await _consider(session, "recovery.completed", happened)


async def _consider(session: AsyncSession, name: str, happened: Sequence[Happened]) -> None:
    """Decide for each active program, or that there is none; an occasion that was decided stays as it was."""
    decided = await _decided(session, [each.about.ticket_id for each in happened if each.about.ticket_id])
    fresh = [each for each in happened if f"{name}/{each.name}" not in decided]
    if fresh:
        programs: Sequence[Asking | None] = await active(session, name) or [None]
        await service.consider(session, [_considered(name, each, program) for each in fresh for program in programs])


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
