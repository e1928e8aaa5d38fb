"""Taking holidays and closures from an iCalendar file into a calendar: first shown, then done."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared import business_time
from shared.business_time import Hours
from shared.events.cause import Cause
from shared.features.calendars import ical, queries, service
from shared.features.calendars.ical import Received
from shared.features.calendars.models import CalendarRow
from shared.features.calendars.schemas import CalendarIn, CalendarPatch
from shared.http import etags, merge_patch


@dataclass(frozen=True)
class Imported:
    """What a file adds to a calendar. row: as it is after that, or as it stays if it is only shown."""

    row: CalendarRow
    occurrences: int
    own_holidays: list[dict[str, Any]]
    exceptions: list[dict[str, Any]]


async def take_in(
    session: AsyncSession,
    cause: Cause,
    calendar_id: UUID,
    received: Received,
    *,
    apply: bool,
    expected: int | None,
) -> Imported:
    """Add what a file closes to a calendar, or only say what that would be.

    A day of the file becomes a day of its own; hours of the file are taken from the hours of their day, which becomes
    an exception. What closes already stays as it is, so a file that comes again adds nothing.
    Raises NotFound, PreconditionFailed, and Invalid where the calendar would hold too much.
    """
    row = await queries.by_id(session, calendar_id)
    etags.check(row.version, expected)
    held = {name: getattr(row, name) for name in CalendarIn.model_fields}
    closures = ical.closures(received, row.timezone)
    known = {holiday["on"] for holiday in row.own_holidays}
    days = [
        {"on": day.isoformat(), "name": name}
        for day, name in sorted(closures.days.items())
        if day.isoformat() not in known
    ]
    calendar = business_time.parse({**held, "own_holidays": [*row.own_holidays, *days]})
    exceptions = [
        {"on": day.isoformat(), "intervals": _shown(left)}
        for day, closed in sorted(closures.hours.items())
        if (left := ical.left_open(calendar, day, closed)) is not None
    ]
    replaced = {exception["on"] for exception in exceptions}
    kept = [exception for exception in row.exceptions if exception["on"] not in replaced]
    added = {"own_holidays": [*row.own_holidays, *days], "exceptions": sorted([*kept, *exceptions], key=_on)}
    patch = CalendarPatch.model_validate({name: value for name, value in added.items() if value != held[name]})
    merge_patch.merged(CalendarIn, held, patch)  # so that what is shown could be done
    if apply:
        row = await service.change(session, cause, calendar_id, patch, row.version)
    return Imported(row, len(received.occurrences), days, exceptions)


def _shown(hours: list[Hours]) -> list[dict[str, str]]:
    return [{"from": _clock_time(opens), "to": _clock_time(closes)} for opens, closes in hours]


def _clock_time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _on(exception: dict[str, Any]) -> date:
    return date.fromisoformat(exception["on"])
