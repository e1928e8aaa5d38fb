"""Reading loop cases."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.loop_cases.models import LoopCase
from services.feedback.loop_cases.schemas import LoopCaseFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


async def loop_case(session: AsyncSession, loop_case_id: UUID) -> LoopCase:
    """One loop case. Raises NotFound."""
    found = await session.get(LoopCase, loop_case_id)
    if found is None:
        raise NotFound("There is no loop case with this id.")
    return found


def loop_cases(filters: LoopCaseFilters) -> Select[LoopCase]:
    """All loop cases that fit, in the order they were opened."""
    return narrowed(select(LoopCase).order_by(col(LoopCase.id)), LoopCase, filters)
