"""The calendar of what is coming: waves that are planned or under way, and when schedules start the next ones."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.programs import schedule
from services.feedback.programs.models import Program
from services.feedback.waves import queries
from services.feedback.waves.schemas import ComingRunOut, ProgramCalendarOut


async def calendar(session: AsyncSession, now: datetime, days: int) -> ProgramCalendarOut:
    """What comes in so many days from now, in order."""
    until = now + timedelta(days=days)
    items = [
        ComingRunOut.model_validate(
            {
                "at": wave.begun_at or wave.not_before,
                "program_id": program.id,
                "name": wave.name,
                "kind": "wave",
                "wave_id": wave.id,
                "state": wave.state,
            }
        )
        for wave, program in await queries.coming(session, until)
    ]
    for program in await queries.schedules(session):
        items += _of_schedule(program, now, until)
    items.sort(key=lambda item: (item.at, item.program_id))
    return ProgramCalendarOut.model_validate({"from": now, "until": until, "items": items})


def _of_schedule(program: Program, now: datetime, until: datetime) -> list[ComingRunOut]:
    if program.rrule is None or program.starts_at is None:
        return []
    due = schedule.between(program.rrule, program.timezone, program.starts_at, now, until)
    return [
        ComingRunOut(at=at, program_id=program.id, name=program.name, kind="schedule", wave_id=None, state=None)
        for at in due
    ]
