"""Reading what waits for a person, and what waited."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.triage.models import TriageCase
from services.feedback.triage.schemas import TriageFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


def cases(filters: TriageFilters) -> Select[TriageCase]:
    """All that fit, what is open first, each part in the order in which it came."""
    listed = select(TriageCase).order_by(col(TriageCase.closed), col(TriageCase.id))
    listed = narrowed(listed, TriageCase, filters, apart=["reason"])
    return listed if filters.reason is None else listed.where(col(TriageCase.reasons).contains([filters.reason]))


async def case(session: AsyncSession, triage_id: UUID, *, lock: bool = False) -> TriageCase:
    """One of them. Raises NotFound."""
    found = await session.get(TriageCase, triage_id, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is nothing in triage with this id.")
    return found
