"""A period cut into hours, days, weeks (from Monday) or months of a time zone."""

from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Interval = Literal["hour", "day", "week", "month"]

MOST_PERIODS = 2_000


class TooManyPeriods(ValueError):
    """The period holds more than MOST_PERIODS intervals."""


def split(start: datetime, end: datetime, interval: Interval | None, zone: ZoneInfo) -> list[datetime]:
    """The instants at which the periods of [start, end) begin, in UTC; the first is `start` itself.

    Without an interval it is the only one. A day that a clock change makes shorter or longer is one day; a
    midnight that a clock change skips is the instant of the change. Raises TooManyPeriods.
    """
    starts = [start.astimezone(UTC)]
    if interval is None:
        return starts
    floor = _floor(start.astimezone(zone), interval)
    while (following := _following(starts[-1], floor, interval, zone)) < end:
        starts.append(following)
        floor = _floor(following.astimezone(zone), interval)
        if len(starts) > MOST_PERIODS:
            raise TooManyPeriods
    return starts


def edges(start: datetime, end: datetime, interval: Interval | None, zone: ZoneInfo) -> list[datetime]:
    """Where the periods of `split` begin, and at last the end."""
    return [*split(start, end, interval, zone), end]


def _floor(local: datetime, interval: Interval) -> datetime:
    """The wall time at which the interval of a local time begins."""
    hour = local.replace(minute=0, second=0, microsecond=0)
    if interval == "hour":
        return hour
    day = hour.replace(hour=0, fold=0)
    if interval == "week":
        return day - timedelta(days=day.weekday())
    return day if interval == "day" else day.replace(day=1)


def _following(after: datetime, floor: datetime, interval: Interval, zone: ZoneInfo) -> datetime:
    """The beginning of the next interval, in UTC."""
    if interval == "hour":
        # Hours follow one another in real time: a clock set back has the same hour twice.
        floor_utc = floor.astimezone(UTC)
        following = floor_utc + timedelta(hours=1)
        while following <= after:
            following += timedelta(hours=1)
        aligned = _floor(following.astimezone(zone), interval).astimezone(UTC)
        return aligned if aligned > after else following
    if interval == "month":
        months = floor.year * 12 + floor.month
        wall = floor.replace(year=months // 12, month=months % 12 + 1)
    else:
        wall = floor + timedelta(days=7 if interval == "week" else 1)
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
