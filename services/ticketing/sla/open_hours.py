"""Calendars as clocks count by them: each in the version that held when the promise was made.

A calendar that changes would otherwise change what has elapsed on clocks that were counted, and told, before.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import ARRAY, Integer, Uuid, bindparam, select, text, tuple_
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.sla.models import SlaCalendar
from services.ticketing.sla.promises import OpenHours
from shared import business_time
from shared.business_time import Calendar

Versions = dict[tuple[UUID, int] | None, Calendar | None]
"""Calendars by id and version, as a clock's row names them; None is 24x7."""

_KEEP_NEWEST = (
    text("""
WITH newest AS (SELECT id, version, to_jsonb(calendar) AS body FROM calendar WHERE id = ANY (:ids) ORDER BY id),
     kept AS (INSERT INTO sla_calendar (calendar_id, version, body) SELECT id, version, body FROM newest
              ON CONFLICT DO NOTHING)
SELECT id, version, body FROM newest
""")
    .bindparams(bindparam("ids", type_=ARRAY(Uuid())))
    .columns(id=Uuid(), version=Integer(), body=JSONB())
)


async def newest(session: AsyncSession, calendar_ids: Iterable[UUID]) -> dict[UUID, OpenHours]:
    """Calendars as they are now, by id; kept, because a clock will name them."""
    ids = sorted(calendar_ids)
    if not ids:
        return {}
    rows = await session.execute(_KEEP_NEWEST, {"ids": ids})
    return {row.id: OpenHours(row.version, business_time.parse(row.body)) for row in rows}


_EVER = (
    text("""
SELECT calendar_id AS id, version, body FROM sla_calendar WHERE calendar_id = ANY (:ids)
UNION
SELECT id, version, to_jsonb(calendar) FROM calendar WHERE id = ANY (:ids)
ORDER BY id, version
""")
    .bindparams(bindparam("ids", type_=ARRAY(Uuid())))
    .columns(id=Uuid(), version=Integer(), body=JSONB())
)


async def as_of(session: AsyncSession, calendar_ids: Iterable[UUID]) -> Callable[[UUID, datetime], OpenHours]:
    """Calendars as they were at any time: those that clocks counted by, and the present ones. Writes nothing.

    Before its first known version a calendar is as in that.
    """
    ever: dict[UUID, list[tuple[datetime, OpenHours]]] = defaultdict(list)
    for row in await session.execute(_EVER, {"ids": sorted(calendar_ids)}):
        since = datetime.fromisoformat(row.body["updated_at"])
        ever[row.id].append((since, OpenHours(row.version, business_time.parse(row.body))))

    def at(calendar_id: UUID, instant: datetime) -> OpenHours:
        versions = ever[calendar_id]
        held = [hours for since, hours in versions if since <= instant]
        return held[-1] if held else versions[0][1]

    return at


async def kept(session: AsyncSession, named: Iterable[tuple[UUID, int] | None]) -> Versions:
    """Calendars in the versions that clocks name."""
    held: Versions = {None: None}
    wanted = {name for name in named if name is not None}
    if wanted:
        key = tuple_(col(SlaCalendar.calendar_id), col(SlaCalendar.version))
        for row in await session.scalars(select(SlaCalendar).where(key.in_(wanted))):
            held[row.calendar_id, row.version] = business_time.parse(row.body)
    return held
