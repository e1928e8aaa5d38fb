"""Reading follow-up runs."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.follow_ups.models import FollowUpRun
from services.feedback.follow_ups.schemas import FollowUpRunFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


def runs(filters: FollowUpRunFilters) -> Select[FollowUpRun]:
    """All runs that fit, the latest first."""
    return narrowed(select(FollowUpRun).order_by(col(FollowUpRun.id).desc()), FollowUpRun, filters)


async def run(session: AsyncSession, run_id: UUID) -> FollowUpRun:
    """One run. Raises NotFound."""
    found = await session.get(FollowUpRun, run_id)
    if found is None:
        raise NotFound("There is no follow-up run with this id.")
    return found
