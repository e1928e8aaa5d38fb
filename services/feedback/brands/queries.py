"""Reading brands."""

from uuid import UUID

from sqlalchemy import Select, case, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.brands.models import DEFAULT, Brand
from services.feedback.brands.schemas import BrandFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


async def brand(session: AsyncSession, brand_id: UUID, *, lock: bool = False) -> Brand:
    """One brand. Raises NotFound."""
    found = await session.get(Brand, brand_id, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is no brand with this id.")
    return found


async def named(session: AsyncSession, key: str | None) -> Brand | None:
    """The brand with this key, else the default one: a survey may name a brand that nobody has described."""
    last = case((col(Brand.key) == DEFAULT, 1), else_=0)
    asked = select(Brand).where(col(Brand.key).in_([key, DEFAULT])).order_by(last if key != DEFAULT else col(Brand.key))
    found: Brand | None = await session.scalar(asked.limit(1))
    return found


def brands(filters: BrandFilters) -> Select[Brand]:
    """All brands that fit, in the order of their making."""
    return narrowed(select(Brand).order_by(col(Brand.id)), Brand, filters)
