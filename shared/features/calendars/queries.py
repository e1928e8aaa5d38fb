"""Reading calendars."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared import business_time
from shared.features.calendars.models import CalendarRow
from shared.http.errors import NotFound

Stamp = tuple[int, datetime]

_read: dict[UUID, tuple[Stamp, business_time.Calendar]] = {}
"""The calendars that this process has read, each with its row's version and the time of its last change."""


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
    """Calendars to reckon with, by id; None (24x7) and unknown ids are left out.

    Asks for the versions in one statement, and reads only what has changed since this process last did.
    """
    wanted = {calendar_id for calendar_id in ids if calendar_id is not None}
    if not wanted:
        return {}
    found = await session.execute(
        select(col(CalendarRow.id), col(CalendarRow.version), col(CalendarRow.updated_at)).where(
            col(CalendarRow.id).in_(wanted)
        )
    )
    stamps = {calendar_id: (version, changed_at) for calendar_id, version, changed_at in found}
    stale = [key for key, stamp in stamps.items() if key not in _read or _read[key][0] != stamp]
    if stale:
        rows = await session.scalars(select(CalendarRow).where(col(CalendarRow.id).in_(stale)))
        for row in rows:
            _read[row.id] = (row.version, row.updated_at), business_time.parse(row.model_dump())
    return {calendar_id: _read[calendar_id][1] for calendar_id in stamps}
