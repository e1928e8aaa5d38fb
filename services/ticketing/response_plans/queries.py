"""Reading response plans."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.response_plans.models import ResponsePlan
from services.ticketing.response_plans.schemas import ResponsePlanFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


def response_plans(filters: ResponsePlanFilters) -> Select[ResponsePlan]:
    """The response plans of a list, in the order of their making."""
    return narrowed(select(ResponsePlan).order_by(col(ResponsePlan.id)), ResponsePlan, filters)


async def find(session: AsyncSession, plan_id: UUID) -> ResponsePlan | None:
    """One by its id; None where there is none."""
    return await session.get(ResponsePlan, plan_id)


async def response_plan(session: AsyncSession, plan_id: UUID, *, lock: bool = False) -> ResponsePlan:
    """One by its id. Raises NotFound."""
    found = await session.get(ResponsePlan, plan_id, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is no response plan with this id.")
    return found
