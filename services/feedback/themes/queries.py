"""Reading themes."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.themes.models import Theme
from services.feedback.themes.schemas import ThemeFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


def themes(filters: ThemeFilters) -> Select[Theme]:
    """All themes that fit, by code."""
    return narrowed(select(Theme).order_by(col(Theme.code)), Theme, filters)


async def theme(session: AsyncSession, theme_id: UUID, *, lock: bool = False) -> Theme:
    """One theme. Raises NotFound."""
    found = await session.get(Theme, theme_id, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is no theme with this id.")
    return found


async def of_code(session: AsyncSession, code: str) -> Theme | None:
    """The theme of this code, if there is one."""
    return (await session.scalars(select(Theme).where(col(Theme.code) == code))).one_or_none()


async def known_codes(session: AsyncSession, codes: Iterable[str]) -> set[str]:
    """Those of these codes that themes have."""
    return set(await session.scalars(select(col(Theme.code)).where(col(Theme.code).in_(sorted(set(codes))))))
