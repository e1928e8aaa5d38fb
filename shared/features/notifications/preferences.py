"""When a reader is told: quiet hours and digests, by their own clock. Pure, DST included."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from shared import business_time
from shared.business_time import MINUTES_PER_DAY, Calendar, Hours

Reason = Literal["quiet_hours", "digest"]

LONGEST_QUIET = timedelta(days=8)  # a week and a bit: no week is quiet throughout
DEFAULT_TIMEZONE = "UTC"
MINUTE = timedelta(minutes=1)


class AlwaysQuiet(ValueError):
    """Some time of the week must be left for telling."""


@dataclass(frozen=True, slots=True)
class Deferral:
    """Why a notification waits, and until when."""

    reason: Reason
    until: datetime


@dataclass(frozen=True)
class Preferences:
    """What one reader wants.

    quiet: when they are left alone; None for never. urgent_passes: urgent ones come through all the same.
    every: {urgency: minutes between digests}. daily: {urgency: minute of the day of the digest}.
    """

    timezone: str = DEFAULT_TIMEZONE
    quiet: Calendar | None = None
    urgent_passes: bool = True
    every: Mapping[str, int] | None = None
    daily: Mapping[str, int] | None = None

    def deferral(self, *, urgent: bool, at: datetime) -> Deferral | None:
        """What a notification that could go out now has to wait for. A digest that would fall into quiet hours
        waits for their end."""
        until = self._next_digest("urgent" if urgent else "normal", at)
        reason: Reason = "digest" if until is not None else "quiet_hours"
        if not (urgent and self.urgent_passes):
            until = self.quiet_until(until or at) or until
        return None if until is None else Deferral(reason, until)

    def quiet_until(self, at: datetime) -> datetime | None:
        """When the quiet hours that hold now end; None outside of them."""
        if self.quiet is None:
            return None
        begins, ends = next(business_time.intervals(self.quiet, at, at + LONGEST_QUIET), (None, None))
        return ends if begins == at.astimezone(UTC) else None

    def _next_digest(self, urgency: str, at: datetime) -> datetime | None:
        """The digest after this instant, by the reader's clock; the minutes are counted from their midnight."""
        zone = ZoneInfo(self.timezone)
        today = at.astimezone(zone).date()
        days = [today + timedelta(days=ahead) for ahead in (-1, 0, 1, 2)]
        if (minute := (self.daily or {}).get(urgency)) is not None:
            return next(due for day in days if (due := business_time.instant(zone, day, minute)) > at)
        if (minutes := (self.every or {}).get(urgency)) is not None:
            midnights = [business_time.instant(zone, day, 0) for day in days]
            begins = max(midnight for midnight in midnights if midnight <= at)
            ends = min(midnight for midnight in midnights if midnight > at)
            step = minutes * MINUTE
            return min(begins + ((at - begins) // step + 1) * step, ends)
        return None


def parse(timezone: str | None, body: Mapping[str, Any] | None) -> Preferences:
    """What a reader wants, from the body that staff.updated carries. Raises AlwaysQuiet and what Calendar raises."""
    zone = timezone or DEFAULT_TIMEZONE
    if body is None:
        return Preferences(zone)
    digests = {urgency: digest for urgency, digest in (body.get("digest") or {}).items() if digest}
    return Preferences(
        zone,
        _quiet(zone, body.get("quiet_hours") or ()),
        body.get("urgent_passes", True),
        {urgency: digest["every_minutes"] for urgency, digest in digests.items() if digest.get("every_minutes")},
        {urgency: _minute(digest["daily"]) for urgency, digest in digests.items() if digest.get("daily")},
    )


def _quiet(zone: str, rows: Any) -> Calendar | None:
    """The quiet hours as a week; those that end before they begin, end on the next day."""
    minutes: list[set[int]] = [set() for _ in range(7)]
    for row in rows:
        begins, ends = _minute(row["begins"]), _minute(row["ends"])
        for weekday in row["weekdays"]:
            if begins < ends:
                minutes[weekday].update(range(begins, ends))
            else:
                minutes[weekday].update(range(begins, MINUTES_PER_DAY))
                minutes[(weekday + 1) % 7].update(range(ends))
    if not any(minutes):
        return None
    if all(len(day) == MINUTES_PER_DAY for day in minutes):
        raise AlwaysQuiet("Some time of the week must be left for telling")
    return Calendar(zone, tuple(tuple(_runs(day)) for day in minutes))


def _runs(minutes: set[int]) -> Iterator[Hours]:
    """Minutes of a day as the intervals that they make."""
    for begins in sorted(minute for minute in minutes if minute - 1 not in minutes):
        ends = begins
        while ends in minutes:
            ends += 1
        yield Hours(begins, ends)


def _minute(clock_time: str) -> int:
    hours, minutes = clock_time.split(":")
    return int(hours) * 60 + int(minutes)
