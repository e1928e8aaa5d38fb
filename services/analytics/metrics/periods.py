"""Periods of a calendar in a timezone: half-open, whole local hours, days, weeks from Monday, months.

Instants are compared in UTC, so the hour that a clock change repeats is two hours and a day of a clock change
has 23 or 25.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Interval = Literal["hour", "day", "week", "month"]

MOST = 10_000
"""Periods in one answer: more than a year of hours."""


class TooMany(ValueError):
    """The interval splits the time into more than `MOST` periods."""


def edges(start: datetime, end: datetime, interval: Interval | None, zone: ZoneInfo) -> list[datetime]:
    """Where the periods of [start, end) begin, and at last the end; all in UTC, strictly rising.

    The first and the last period are cut to [start, end). Without an interval it is one period.
    Raises TooMany.
    """
    found = [start.astimezone(UTC)]
    for boundary in _boundaries(start, interval, zone) if interval else ():
        if boundary >= end:
            break
        if len(found) >= MOST:
            raise TooMany
        found.append(boundary)
    return [*found, end.astimezone(UTC)]


def _boundaries(start: datetime, interval: Interval, zone: ZoneInfo) -> Iterator[datetime]:
    following = _FOLLOWING[interval]
    at = start
    while True:
        at = following(at.astimezone(zone)).astimezone(UTC)
        yield at


def _next_hour(local: datetime) -> datetime:
    into = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    return local.astimezone(UTC) + (timedelta(hours=1) - into)


def _next_day(local: datetime) -> datetime:
    return _midnight(local, days=1)


def _next_monday(local: datetime) -> datetime:
    return _midnight(local, days=7 - local.weekday())


def _next_month(local: datetime) -> datetime:
    first = local.replace(day=1)
    return _midnight(first, days=32).replace(day=1)


def _midnight(local: datetime, *, days: int) -> datetime:
    # Where a clock change leaves midnight out, fold=0 names the instant of the change; where it comes twice,
    # the first of the two.
    day = local.date() + timedelta(days=days)
    return datetime(day.year, day.month, day.day, tzinfo=local.tzinfo)


_FOLLOWING: dict[Interval, Callable[[datetime], datetime]] = {
    "hour": _next_hour,
    "day": _next_day,
    "week": _next_monday,
    "month": _next_month,
}


def cut_hours(boundaries: list[datetime]) -> list[datetime]:
    """The UTC hours that some boundary cuts in two: sums over whole hours do not serve there."""
    hours = {hour_of(boundary) for boundary in boundaries if hour_of(boundary) != boundary}
    return sorted(hours)


def hour_of(instant: datetime) -> datetime:
    """The beginning of the instant's hour in UTC."""
    return instant.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
