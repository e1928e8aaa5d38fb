"""Business time: calendars as pure functions of instants.

Instants are aware datetimes, results are in UTC, and `calendar=None` means 24x7 everywhere.

What is counted is real elapsed time: an interval that holds a DST change is an hour longer or shorter than
its wall clock says. A wall clock time that exists twice is its first occurrence; one that a gap skips is read
with the offset before the gap, so 02:30 becomes 03:30 (RFC 5545 §3.3.5, Python's fold=0). Intervals that a
gap pushes over one another count once.

Inside, everything is exact to the microsecond; only `elapsed` floors to seconds, once, at the end.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, available_timezones

SECOND = timedelta(seconds=1)
HORIZON = timedelta(days=3653)  # ten years: nothing due is sought beyond, so that no request burns minutes
MINUTES_PER_DAY = 1440
MOST_KNOWN = 4_000  # days of one calendar whose hours are kept as instants: ten years and a bit
AT_ONCE = 35  # days by which what is known grows

_NOTHING = timedelta()
_CLOCK_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00")
_PROBE_YEAR = 2026  # any year does: whether a country is known does not depend on it
_NO_PLACES = frozenset({"localtime", "Factory"})  # one differs by machine, the other is nowhere


class NoBusinessTime(ValueError):
    """The calendar holds less business time than asked for within ten years."""


class Hours(NamedTuple):
    """An interval of one day, in minutes since local midnight: 0 ≤ opens < closes ≤ 1440."""

    opens: int
    closes: int


Day = tuple[Hours, ...]  # ascending and disjoint; empty = closed
Span = tuple[datetime, datetime]  # [from, to) in UTC
Row = Mapping[str, Any]  # of a JSON body


@dataclass(frozen=True)
class Calendar:
    """When business is open: weekly hours, less holidays; an exception replaces its day, holiday or not.

    `timezone` is an IANA name, `week` has seven days from Monday. Raises ValueError for an unknown zone or
    country, hours that overlap or run backwards, and for a calendar without any business time.
    """

    timezone: str
    week: tuple[Day, ...]
    holidays: frozenset[date] = frozenset()
    exceptions: Mapping[date, Day] = field(default_factory=dict, hash=False)
    country: str | None = None
    subdivision: str | None = None
    line: "OpenLine" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.timezone not in _zones():
            raise ValueError(f"unknown time zone: {self.timezone!r}")
        if len(self.week) != 7:
            raise ValueError(f"a week has 7 days, not {len(self.week)}")
        days = (*self.week, *self.exceptions.values())
        for day in days:
            _refuse_bad_hours(day)
        if not any(days):
            raise ValueError("the calendar is empty: it needs business hours on at least one day")
        if self.country is not None:
            country_holidays(self.country, self.subdivision, _PROBE_YEAR)
        object.__setattr__(self, "line", OpenLine(self))

    def hours_on(self, day: date) -> Day:
        """The business hours of a local date: its exception's, none on a holiday, else the weekday's."""
        if day in self.exceptions:
            return self.exceptions[day]
        return () if self.is_holiday(day) else self.week[day.weekday()]

    def is_holiday(self, day: date) -> bool:
        """Whether a local date is an own holiday or a public one of the country."""
        if day in self.holidays:
            return True
        return self.country is not None and day in country_holidays(self.country, self.subdivision, day.year)


class OpenLine:
    """The open spans of a calendar one after the other, with how much was open before each of them.

    What was open between two instants, or when so much will have been, is a place in this line, however far they are
    apart. It grows as it is asked, and begins anew where it would hold more than MOST_KNOWN days.
    """

    __slots__ = ("_calendar", "_closes", "_first", "_known_from", "_known_until", "_last", "_opens", "_sums")

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._begin(2)

    def over(self, start: datetime, end: datetime) -> "OpenLine":
        """This line, once it holds what is open from `start` to `end`."""
        if start < self._known_from or end >= self._known_until:
            self._grow(start.toordinal(), end.toordinal())
        return self

    def before(self, at: datetime) -> timedelta:
        """How much is open before an instant, since the line begins."""
        place = bisect_right(self._opens, at) - 1
        if place < 0:
            return _NOTHING
        closes = self._closes[place]
        return self._sums[place] - (closes - at) if at < closes else self._sums[place]

    def reaches(self, start: datetime, amount: timedelta) -> datetime | None:
        """The earliest instant by which so much was open since `start`; None: not within HORIZON, or a bit more."""
        last = (start + HORIZON).toordinal() + 1
        self.over(start, start)
        goal = self.before(start) + amount
        while not self._sums or self._sums[-1] < goal:
            if self._last > last:
                return None
            self._grow(start.toordinal(), min(self._last + AT_ONCE, last))
            goal = self.before(start) + amount  # the line may have begun anew
        place = bisect_left(self._sums, goal)
        return self._closes[place] - (self._sums[place] - goal)

    def opening(self, start: datetime, within: timedelta) -> datetime | None:
        """The first open instant from `start` on; None: not within this time."""
        self.over(start, start + within)
        place = bisect_right(self._closes, start)
        if place == len(self._opens) or self._opens[place] >= start + within:
            return None
        return max(self._opens[place], start)

    def spans(self, start: datetime, end: datetime) -> list[Span]:
        """The open spans, clipped to [start, end)."""
        places = range(bisect_right(self._closes, start), bisect_left(self._opens, end))
        return [(max(self._opens[place], start), min(self._closes[place], end)) for place in places]

    def _begin(self, first: int) -> None:
        self._first, self._last = first, first - 1
        self._opens: list[datetime] = []
        self._closes: list[datetime] = []
        self._sums: list[timedelta] = []  # open until each span's end
        self._known_from = self._known_until = datetime.min.replace(tzinfo=UTC)

    def _grow(self, first: int, last: int) -> None:
        """Hold the days of UTC from `first` to `last`, and what a zone and its clock changes can push into them.

        A local day begins and ends within a day of UTC's; a gap can push yesterday past midnight; clocks set back over
        midnight begin tomorrow before today ends.
        """
        first, last = max(first - 3, 1), min(last + 3, date.max.toordinal() - 1)
        if first < self._first or self._last < first or last - self._first >= MOST_KNOWN:
            self._begin(max(first - AT_ONCE, 1))
        last = min(max(last, self._last + AT_ONCE), date.max.toordinal() - 1)
        zone = ZoneInfo(self._calendar.timezone)
        for ordinal in range(self._last + 1, last + 1):
            day = date.fromordinal(ordinal)
            for hours in self._calendar.hours_on(day):
                self._add(instant(zone, day, hours.opens), instant(zone, day, hours.closes))
        self._last = max(self._last, last)
        self._known_from = _midnight(self._first + 2)
        self._known_until = _midnight(self._last - 1)

    def _add(self, opens: datetime, closes: datetime) -> None:
        if self._closes and opens < self._closes[-1]:
            opens = self._closes[-1]  # what a gap pushed over the next interval is not counted twice
        if opens < closes:
            self._opens.append(opens)
            self._closes.append(closes)
            self._sums.append((self._sums[-1] if self._sums else _NOTHING) + (closes - opens))


def parse(body: Row) -> Calendar:
    """A calendar from the body of `POST /v1/calendars` (contract.md, Calendars); other keys are ignored.

    Raises ValueError as `Calendar` does, and for a bad weekday, clock time or date, or two exceptions on one.
    """
    country = body.get("holidays") or {}
    return Calendar(
        timezone=body["timezone"],
        week=_week(body["intervals"]),
        holidays=frozenset(date.fromisoformat(own["on"]) for own in body.get("own_holidays") or ()),
        exceptions=_exceptions(body.get("exceptions") or ()),
        country=country.get("country"),
        subdivision=country.get("subdivision"),
    )


@lru_cache(maxsize=4096)
def country_holidays(country: str, subdivision: str | None, year: int) -> frozenset[date]:
    """The public holidays of a country (ISO 3166-1 alpha-2), or of its subdivision, in one year.

    Needs the package `holidays`, which a service has by its extra. Raises ValueError for an unknown place.
    """
    import holidays  # here, so that services without calendars need not have it

    try:
        return frozenset(holidays.country_holidays(country, subdiv=subdivision, years=year))
    except NotImplementedError as unknown:
        place = country if subdivision is None else f"{country}, {subdivision}"
        raise ValueError(f"no holidays are known for {place!r}") from unknown


def elapsed(calendar: Calendar | None, start: datetime, end: datetime) -> int:
    """Whole business seconds in [start, end), floored. Raises ValueError when `end` lies before `start`."""
    return measure(calendar, start, end) // SECOND


def add(calendar: Calendar | None, start: datetime, seconds: int) -> datetime:
    """The due instant: the earliest by which so many business seconds have elapsed since `start`.

    Friday 16:30 and half an hour is Friday 17:00, not Monday 09:00; none is `start` itself, open or not.
    Raises ValueError for negative seconds and NoBusinessTime when it would lie more than ten years ahead.
    """
    too_far = HORIZON // SECOND + 1  # keeps a huge number within what a timedelta holds
    return advance(calendar, start, timedelta(seconds=min(seconds, too_far)))


def measure(calendar: Calendar | None, start: datetime, end: datetime) -> timedelta:
    """The business time in [start, end), exact; `elapsed` without the floor."""
    start, end = _in_order(start, end)
    if calendar is None:
        return end - start
    line = calendar.line.over(start, end)
    return line.before(end) - line.before(start)


def advance(calendar: Calendar | None, start: datetime, amount: timedelta) -> datetime:
    """The earliest instant by which `amount` of business time has elapsed, exact; `add` for any duration."""
    if amount < timedelta():
        raise ValueError("business time cannot be added backwards")
    start = _utc(start)
    if not amount:
        return start
    if calendar is None and amount <= HORIZON:
        return start + amount
    due = None if calendar is None else calendar.line.reaches(start, amount)
    if due is None or due - start > HORIZON:
        raise NoBusinessTime("the calendar holds less business time than asked for within ten years")
    return due


def opening(calendar: Calendar, start: datetime, within: timedelta) -> datetime | None:
    """The first open instant from `start` on, itself included; None: not before `start` and this time."""
    return calendar.line.opening(_utc(start), within)


def intervals(calendar: Calendar | None, start: datetime, end: datetime) -> Iterator[Span]:
    """The business intervals of [start, end), clipped to it, ascending, in UTC; those that touch are one."""
    joined: Span | None = None
    for opens, closes in _spans(calendar, *_in_order(start, end)):
        if joined is not None and joined[1] == opens:
            joined = joined[0], closes
            continue
        if joined is not None:
            yield joined
        joined = opens, closes
    if joined is not None:
        yield joined


def _spans(calendar: Calendar | None, start: datetime, end: datetime) -> Iterator[Span]:
    """Each day's open spans, clipped to [start, end), ascending and disjoint."""
    if calendar is None:
        if start < end:
            yield start, end
    elif start < end:
        yield from calendar.line.over(start, end).spans(start, end)


def instant(zone: ZoneInfo, day: date, minutes: int) -> datetime:
    """The instant of a wall clock time, in minutes since local midnight; 1440 minutes are the next midnight."""
    return (datetime.combine(day, time(), zone) + timedelta(minutes=minutes)).astimezone(UTC)


def _midnight(ordinal: int) -> datetime:
    return datetime.combine(date.fromordinal(max(ordinal, 1)), time(), UTC)


def _utc(instant: datetime) -> datetime:
    if instant.tzinfo is UTC:
        return instant
    if instant.tzinfo is None:
        raise ValueError(f"{instant.isoformat()} has no time zone")
    return instant.astimezone(UTC)


def _in_order(start: datetime, end: datetime) -> Span:
    start, end = _utc(start), _utc(end)
    if end < start:
        raise ValueError(f"{end.isoformat()} lies before {start.isoformat()}")
    return start, end


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones() - _NO_PLACES)


def _refuse_bad_hours(day: Day) -> None:
    for opens, closes in day:
        if not 0 <= opens < closes <= MINUTES_PER_DAY:
            raise ValueError(f"hours must end after they begin: {_shown(opens)} to {_shown(closes)}")
    for earlier, later in pairwise(day):
        if later.opens < earlier.closes:
            raise ValueError(f"hours overlap: {_shown(later.opens)} lies before {_shown(earlier.closes)}")


def _shown(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _week(rows: Iterable[Row]) -> tuple[Day, ...]:
    by_weekday: dict[int, list[Row]] = {weekday: [] for weekday in range(7)}
    for row in rows:
        weekday = row["weekday"]
        if type(weekday) is not int or weekday not in by_weekday:
            raise ValueError(f"a weekday is 0 (Monday) to 6 (Sunday), not {weekday!r}")
        by_weekday[weekday].append(row)
    return tuple(_day(day) for day in by_weekday.values())


def _exceptions(rows: Iterable[Row]) -> dict[date, Day]:
    by_date: dict[date, Day] = {}
    for row in rows:
        on = date.fromisoformat(row["on"])
        if on in by_date:
            raise ValueError(f"{on} has two exceptions")
        by_date[on] = _day(row["intervals"])
    return by_date


def _day(rows: Iterable[Row]) -> Day:
    return tuple(sorted(Hours(_minutes(row["from"]), _minutes(row["to"])) for row in rows))


def _minutes(clock_time: str) -> int:
    if not _CLOCK_TIME.fullmatch(clock_time):
        raise ValueError(f"a clock time is 00:00 to 24:00, not {clock_time!r}")
    hours, minutes = clock_time.split(":")
    return int(hours) * 60 + int(minutes)
