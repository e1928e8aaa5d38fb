"""Reading calendars."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared import business_time
from shared.db.remembered import Remembered
from shared.features.calendars.models import CalendarRow
from shared.http.errors import NotFound


async def by_id(session: AsyncSession, calendar_id: UUID) -> CalendarRow:
    """One calendar. Raises NotFound."""
    found = await session.get(CalendarRow, calendar_id)
    if found is None:
        raise NotFound("There is no calendar with this id.")
    return found


def calendars() -> Select[CalendarRow]:
    """All calendars, in the order of their making."""
    return select(CalendarRow).order_by(col(CalendarRow.id))


async def load(session: AsyncSession, ids: Iterable[UUID | None]) -> dict[UUID, business_time.Calendar]:
    """Calendars to reckon with, by id; None (24x7) and unknown ids are left out."""
    wanted = {calendar_id for calendar_id in ids if calendar_id is not None}
    if not wanted:
        return {}
    known = await _KNOWN.get(session)
    if not wanted <= known.keys():
        known = await _KNOWN.get(session, anew=True)
    return {calendar_id: known[calendar_id] for calendar_id in wanted & known.keys()}


async def _read(session: AsyncSession) -> dict[UUID, business_time.Calendar]:
    return {row.id: business_time.parse(row.model_dump()) for row in await session.scalars(select(CalendarRow))}


_KNOWN = Remembered(_read)
