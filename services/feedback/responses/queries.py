"""Reading responses."""

from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.responses.models import EMPLOYEE, Response
from services.feedback.responses.schemas import ResponseFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


async def response(session: AsyncSession, response_id: UUID) -> Response:
    """One response. Raises NotFound, for a deleted one too."""
    found = await session.get(Response, response_id)
    if found is None or found.deleted_at is not None:
        raise NotFound("There is no response with this id.")
    return found


async def negatives_in_trace(session: AsyncSession, trace_id: UUID) -> int:
    """How many negative answers of customers a story holds: after the third it is exhausted, and no survey follows."""
    counted = select(func.count()).where(
        col(Response.trace_id) == trace_id,
        col(Response.outcome) == "negative",
        col(Response.deleted_at).is_(None),
        col(Response.silent).is_(False),
        col(Response.survey_type) != EMPLOYEE,
    )
    return int(await session.scalar(counted) or 0)


def responses(filters: ResponseFilters) -> Select[Response]:
    """All responses that fit, the latest recorded first."""
    listed = select(Response).where(col(Response.deleted_at).is_(None)).order_by(col(Response.id).desc())
    listed = narrowed(listed, Response, filters, apart=["answered_since", "theme"])
    if filters.answered_since is not None:
        listed = listed.where(col(Response.answered_at) >= filters.answered_since)
    if filters.theme is not None:
        listed = listed.where(col(Response.themes).contains([filters.theme]))
    return listed
