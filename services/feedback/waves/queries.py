"""Reading waves, and what is coming."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.directory.models import Contact
from services.feedback.programs.models import Program
from services.feedback.waves.models import Wave
from services.feedback.waves.schemas import WaveFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound

COMING = ("planned", "running")
MOST_COMING = 1_000  # waves in a calendar


async def wave(session: AsyncSession, wave_id: UUID, *, lock: bool = False) -> Wave:
    """One wave. Raises NotFound. lock: keep others from changing it, and from deciding it."""
    asked = select(Wave).where(col(Wave.id) == wave_id)
    found = await session.scalar(asked.with_for_update() if lock else asked)
    if found is None:
        raise NotFound("There is no wave with this id.")
    return found


def waves(program_id: UUID, filters: WaveFilters) -> Select[Wave]:
    """The waves of a program, in the order they were planned."""
    listed = select(Wave).where(col(Wave.program_id) == program_id).order_by(col(Wave.id))
    return narrowed(listed, Wave, filters)


async def ahead(session: AsyncSession, wave_ids: Sequence[UUID]) -> dict[UUID, int]:
    """How many contacts each of these waves has not come to, as the directory is now."""
    begun = col(Wave.after_contact_id)
    left = (
        select(func.count())
        .select_from(Contact)
        .where(col(Contact.merged_into_id).is_(None), or_(begun.is_(None), col(Contact.contact_id) > begun))
        .correlate(Wave)
        .scalar_subquery()
    )
    rows = await session.execute(select(col(Wave.id), left).where(col(Wave.id).in_(wave_ids)))
    return {row[0]: row[1] for row in rows}


def due(at: datetime) -> Select[Wave]:
    """The wave that is to be decided next, of an active program, locked; what somebody else decides is left out."""
    return (
        select(Wave)
        .join(Program, col(Program.id) == col(Wave.program_id))
        .where(col(Wave.state).in_(COMING), col(Wave.not_before) <= at, col(Program.state) == "active")
        .order_by(col(Wave.not_before), col(Wave.id))
        .limit(1)
        .with_for_update(skip_locked=True, of=Wave)
    )


def scheduled(at: datetime, most: int) -> Select[Program]:
    """The programs whose schedule has fallen due, locked."""
    return (
        select(Program)
        .where(col(Program.state) == "active", col(Program.next_due_at) <= at)
        .order_by(col(Program.next_due_at))
        .limit(most)
        .with_for_update(skip_locked=True)
    )


async def coming(session: AsyncSession, until: datetime) -> Sequence[tuple[Wave, Program]]:
    """The waves that are planned or under way, with their programs."""
    asked = (
        select(Wave, Program)
        .join(Program, col(Program.id) == col(Wave.program_id))
        .where(col(Wave.state).in_(COMING), col(Wave.not_before) <= until, col(Program.state) != "ended")
        .order_by(col(Wave.not_before), col(Wave.id))
        .limit(MOST_COMING)
    )
    return [(wave, program) for wave, program in await session.execute(asked)]


async def schedules(session: AsyncSession) -> Sequence[Program]:
    """The active programs that a schedule sets off."""
    asked = select(Program).where(col(Program.state) == "active", col(Program.next_due_at).is_not(None))
    return (await session.scalars(asked.order_by(col(Program.id)))).all()
