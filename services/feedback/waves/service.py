"""Planning waves, and deciding them: a thousand contacts a transaction, in the order of their ids.

How far a wave is stands in its row, which the same transaction changes: whoever goes on with it begins where the last
commit ended.
"""

from collections import Counter
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.decisions import gathering
from services.feedback.decisions import queries as decisions
from services.feedback.decisions.asking import ProgramNotActive
from services.feedback.decisions.eligibility import Occasion, judge, share
from services.feedback.decisions.gathering import Known
from services.feedback.decisions.models import SendDecision
from services.feedback.decisions.rules import WITHOUT_WAVES, Asking
from services.feedback.decisions.service import NOTHING, Decided, decide
from services.feedback.invitations.queueing import queue
from services.feedback.programs import queries as programs
from services.feedback.programs import service as program_service
from services.feedback.programs.models import Program
from services.feedback.waves import queries
from services.feedback.waves.errors import NoWaves, WaveTransitionNotAllowed
from services.feedback.waves.models import Wave
from services.feedback.waves.schemas import State, WaveIn
from shared.contracts.feedback import WaveDecided
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.events.writing import write
from shared.features.audit import service as audit
from shared.http import etags
from shared.ids import uuid7

AT_ONCE = 1_000  # contacts a transaction

MOVES: dict[State, tuple[State, ...]] = {
    "planned": ("paused", "cancelled"),
    "running": ("paused", "cancelled"),
    "paused": ("running", "cancelled"),
    "done": (),
    "cancelled": (),
}


async def plan(session: AsyncSession, cause: Cause, program_id: UUID, body: WaveIn) -> Wave:
    """Plan a wave of an active program. Raises NotFound, ProgramNotActive, NoWaves."""
    program = await programs.program(session, program_id, lock=True)
    if program.trigger_kind in WITHOUT_WAVES:
        raise NoWaves
    if program.state != "active":
        raise ProgramNotActive
    wave = await _add(session, cause, program, body.name, body.not_before or cause.at, body.trickle_seconds)
    await _record(session, cause, "plan", wave, {}, body.model_dump(mode="json"))
    return wave


async def start_scheduled(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Plan the waves of the schedules that have fallen due; answers how many."""
    due = (await session.scalars(queries.scheduled(cause.at, at_most))).all()
    for program in due:
        at = program.next_due_at or cause.at
        await _add(session, cause, program, f"{program.name}, {at:%Y-%m-%d}"[:200], at, program.trickle_seconds)
        program_service.begin_next(program, cause.at)
    return len(due)


async def move(session: AsyncSession, cause: Cause, wave_id: UUID, to: State, expected: int | None) -> Wave:
    """Pause a wave, go on with it, or cancel what it has not decided; one that is in the state already is no change.

    Raises NotFound, PreconditionFailed, WaveTransitionNotAllowed.
    """
    wave = await queries.wave(session, wave_id, lock=True)
    etags.check(wave.version, expected)
    before: State = wave.state  # type: ignore[assignment]  # held by a CHECK
    if before == to:
        return wave
    if to not in MOVES[before]:
        raise WaveTransitionNotAllowed(f"A wave that is {before} cannot become {to}.", allowed=MOVES[before])
    wave.state, wave.updated_at = to, cause.at
    await _record(session, cause, to, wave, {"state": before}, {"state": to})
    await session.flush()
    return wave


async def decide_some(session: AsyncSession, cause: Cause) -> int:
    """Decide about the next contacts of the wave that is due; answers how many things it did, 0 where none is due."""
    wave = await session.scalar(queries.due(cause.at))
    if wave is None:
        return 0
    asking = await decisions.program(session, wave.program_id)
    begun_at = wave.begun_at or cause.at
    contacts = await gathering.following(session, wave.after_contact_id, AT_ONCE)
    decided = await _decide(session, cause, wave, asking, begun_at, contacts)
    await write(session, {SendDecision: [one.row for one in decided]})
    await queue(session, cause, [one.planned for one in decided if one.planned is not None])
    wave.counts = _counted(wave.counts, decided)
    wave.after_contact_id = max(contacts, default=wave.after_contact_id)
    wave.state, wave.begun_at, wave.updated_at = "running", begun_at, cause.at
    if len(contacts) < AT_ONCE:
        wave.state, wave.done_at = "done", cause.at
        _tell(session, cause, wave, asking)
    return len(contacts) or 1


def _counted(counts: dict[str, int], decided: list[Decided]) -> dict[str, int]:
    fresh = Counter(one.row["reason"] if one.planned is None else one.row["verdict"] for one in decided)
    return dict(sorted((Counter(counts) + fresh).items()))


async def _decide(
    session: AsyncSession, cause: Cause, wave: Wave, asking: Asking, begun_at: datetime, contacts: dict[UUID, Known]
) -> list[Decided]:
    accounts = [contact.person.account_id for contact in contacts.values()]
    asked = await gathering.asked_in_wave(session, asking, wave.id, accounts, cause.at)
    occasion = Occasion(str(wave.number))
    decided = []
    for contact_id, contact in contacts.items():
        account_id = contact.person.account_id
        person = contact.before(asking, asked.get(account_id, []) if account_id is not None else [])
        at = max(cause.at, begun_at + slot(wave, contact_id))
        judgement = judge(asking.rules, person, occasion, at)
        one = decide(
            cause,
            asking,
            person,
            judgement,
            key=f"{wave.id}/{contact_id}",
            trace_id=None,
            about=NOTHING,
            wave_id=wave.id,
        )
        if one.planned is not None:
            contact.asked(asking, one.planned.not_before)
        decided.append(one)
    return decided


def slot(wave: Wave, contact_id: UUID) -> timedelta:
    """How long after the wave's begin a contact is asked: the same in each wave, so that none is early for the next."""
    return timedelta(seconds=share(contact_id, wave.program_id, "slot") * wave.trickle_seconds)


async def _add(
    session: AsyncSession, cause: Cause, program: Program, name: str, not_before: datetime, trickle_seconds: int
) -> Wave:
    numbers = select(func.max(col(Wave.number))).where(col(Wave.program_id) == program.id)
    wave_id = uuid7()
    wave = Wave(
        id=wave_id,
        program_id=program.id,
        number=(await session.scalar(numbers) or 0) + 1,
        name=name,
        not_before=not_before,
        trickle_seconds=trickle_seconds,
        counts={},
        trace_id=wave_id,
        created_at=cause.at,
        updated_at=cause.at,
    )
    session.add(wave)
    await session.flush()
    return wave


def _tell(session: AsyncSession, cause: Cause, wave: Wave, asking: Asking) -> None:
    decided = WaveDecided.model_validate(
        {
            "wave_id": wave.id,
            "program_id": wave.program_id,
            "survey_id": asking.program.survey_id,
            "number": wave.number,
            "considered": sum(wave.counts.values()),
            "counts": [{"code": code, "contacts": contacts} for code, contacts in wave.counts.items()],
            "begun_at": wave.begun_at,
            "at": cause.at,
        }
    )
    tell(session, decided, cause, trace_id=wave.trace_id)


async def _record(
    session: AsyncSession, cause: Cause, verb: str, wave: Wave, before: dict[str, object], after: dict[str, object]
) -> None:
    await audit.record(
        session, cause, action=f"wave.{verb}", entity="wave", entity_id=wave.id, before=before, after=after
    )
