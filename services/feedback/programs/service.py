"""Making programs, changing them, and moving them from one state to the next."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.programs import queries, schedule
from services.feedback.programs.errors import EventNotTold, ProgramEnded, ProgramTransitionNotAllowed, UnknownSurvey
from services.feedback.programs.models import Program
from services.feedback.programs.schemas import ProgramIn, ProgramPatch, State, body_of, columns_of
from services.feedback.surveys.models import Survey
from shared.contracts.feedback import ProgramStateChanged
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.features.audit import service as audit
from shared.http import etags, merge_patch

TOLD_EVENTS: Final = ("ticket.solved", "recovery.completed")
"""The events that set off anything; project.completed joins them once onboarding tells it."""

MOVES: Final[dict[State, tuple[State, ...]]] = {
    "draft": ("active", "ended"),
    "active": ("paused", "ended"),
    "paused": ("active", "ended"),
    "ended": (),
}


async def create(
    session: AsyncSession, cause: Cause, body: ProgramIn, *, shipped: str | None = None, state: State = "draft"
) -> Program:
    """Make a program. shipped: its key, where it comes with the service. Raises UnknownSurvey."""
    await _check_survey(session, body.survey_id)
    program = Program(shipped=shipped, state=state, created_at=cause.at, updated_at=cause.at, **columns_of(body))
    program.next_due_at = _next_due_at(program, cause.at)
    session.add(program)
    await session.flush()
    await _record(session, cause, "create", program, after=body.model_dump(mode="json", by_alias=True))
    _tell(session, cause, program, None)
    return program


async def change(
    session: AsyncSession, cause: Cause, program_id: UUID, patch: ProgramPatch, expected: int | None
) -> Program:
    """Change a program by a merge-patch; decisions that come go by it.

    Raises NotFound, PreconditionFailed, ProgramEnded, Invalid, UnknownSurvey, EventNotTold.
    """
    program = await queries.program(session, program_id, lock=True)
    etags.check(program.version, expected)
    if program.state == "ended":
        raise ProgramEnded
    held = body_of(program)
    body = merge_patch.merged(ProgramIn, held, patch)
    await _check_survey(session, body.survey_id)
    columns = columns_of(body)
    if all(getattr(program, name) == value for name, value in columns.items()):
        return program
    for name, value in columns.items():
        setattr(program, name, value)
    if program.state == "active":
        _check_told(program)
    program.next_due_at = _next_due_at(program, cause.at)
    program.updated_at = cause.at
    after = body_of(program)
    changed = [name for name in after if after[name] != held.get(name)]
    await _record(
        session,
        cause,
        "change",
        program,
        before={name: held.get(name) for name in changed},
        after={name: after[name] for name in changed},
    )
    await session.flush()
    return program


async def move(session: AsyncSession, cause: Cause, program_id: UUID, to: State, expected: int | None) -> Program:
    """Activate, pause or end a program; one that is in the state already is no change.

    Raises NotFound, PreconditionFailed, ProgramTransitionNotAllowed, EventNotTold.
    """
    program = await queries.program(session, program_id, lock=True)
    etags.check(program.version, expected)
    before: State = program.state  # type: ignore[assignment]  # held by a CHECK
    if before == to:
        return program
    if to not in MOVES[before]:
        raise ProgramTransitionNotAllowed(f"A program that is {before} cannot become {to}.", allowed=MOVES[before])
    program.state = to
    if to == "active":
        _check_told(program)
    program.next_due_at = _next_due_at(program, cause.at)
    program.updated_at = cause.at
    await _record(session, cause, to, program, before={"state": before}, after={"state": to})
    _tell(session, cause, program, before)
    await session.flush()
    return program


def begin_next(program: Program, at: datetime) -> None:
    """The schedule's wave is planned: it falls due again after this time. What was missed meanwhile is not made up."""
    program.next_due_at = _next_due_at(program, at)
    program.updated_at = at


def _next_due_at(program: Program, at: datetime) -> datetime | None:
    if program.state != "active" or program.rrule is None or program.starts_at is None:
        return None
    return schedule.after(program.rrule, program.timezone, program.starts_at, at)


async def _check_survey(session: AsyncSession, survey_id: UUID) -> None:
    if await session.get(Survey, survey_id) is None:
        raise UnknownSurvey


def _check_told(program: Program) -> None:
    if program.event is not None and program.event not in TOLD_EVENTS:
        raise EventNotTold(f"Nobody tells {program.event} yet.")


def _tell(session: AsyncSession, cause: Cause, program: Program, previous: State | None) -> None:
    changed = ProgramStateChanged.model_validate(
        {
            "program_id": program.id,
            "survey_id": program.survey_id,
            "state": program.state,
            "previous_state": previous,
            "at": cause.at,
        }
    )
    tell(session, changed, cause, trace_id=program.id)


async def _record(
    session: AsyncSession,
    cause: Cause,
    verb: str,
    program: Program,
    *,
    before: dict[str, object] | None = None,
    after: dict[str, object] | None = None,
) -> None:
    await audit.record(
        session,
        cause,
        action=f"program.{verb}",
        entity="program",
        entity_id=program.id,
        before=before or {},
        after=after or {},
    )
