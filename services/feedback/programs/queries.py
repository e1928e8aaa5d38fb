"""Reading programs."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.programs.models import Program
from services.feedback.programs.schemas import ProgramFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


async def program(session: AsyncSession, program_id: UUID, *, lock: bool = False) -> Program:
    """One program. Raises NotFound. lock: keep others from changing it."""
    asked = select(Program).where(col(Program.id) == program_id)
    found = await session.scalar(asked.with_for_update() if lock else asked)
    if found is None:
        raise NotFound("There is no program with this id.")
    return found


def programs(filters: ProgramFilters) -> Select[Program]:
    """All programs that fit, in the order they were made."""
    return narrowed(select(Program).order_by(col(Program.id)), Program, filters)


async def shipped(session: AsyncSession, key: str) -> Program | None:
    """The program that came with the service under this key."""
    return await session.scalar(select(Program).where(col(Program.shipped) == key))
