"""Calendars against the specification's vectors, the library `workclock` and the wall clock itself."""

import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import workclock
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from shared import business_time
from shared.business_time import Calendar, Hours, NoBusinessTime

HOUR = 3600
OSLO = ZoneInfo("Europe/Oslo")
ZONES = (
    "UTC",
    "Europe/Oslo",
    "America/New_York",
    "America/St_Johns",  # changed clocks at 00:01 until 2011
    "America/Havana",  # at midnight
    "Asia/Beirut",  # at midnight
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",  # by half an hour
    "Africa/Casablanca",  # back for Ramadan
    "Pacific/Chatham",
)


def transitions(zone: str) -> list[datetime]:
    """The days of 2006–2030 on which the zone's offset changes."""
    days = [datetime(2006, 1, 1, tzinfo=UTC) + timedelta(days=n) for n in range(25 * 365)]
    at = ZoneInfo(zone)
    return [a for a, b in pairwise(days) if a.astimezone(at).utcoffset() != b.astimezone(at).utcoffset()]


TRANSITIONS = {zone: transitions(zone) for zone in ZONES}


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def oslo(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def body(*hours: tuple[str, str], weekdays: range = range(5), **more: Any) -> dict[str, Any]:
    rows = [{"weekday": day, "from": opens, "to": closes} for day in weekdays for opens, closes in hours]
    return {"name": "Desk", "timezone": "UTC", "intervals": rows} | more


def calendar(*hours: tuple[str, str], weekdays: range = range(5), **more: Any) -> Calendar:
    return business_time.parse(body(*hours, weekdays=weekdays, **more))


NINE_TO_FIVE = calendar(("09:00", "17:00"))


# ── The specification's vectors (ticketing.md §2). 2026-11-20 is a Friday ──


@pytest.mark.parametrize(
    ("desk", "start", "hours", "due"),
    [
        pytest.param(NINE_TO_FIVE, "2026-11-20T16:30", 1, "2026-11-23T09:30", id="over-the-weekend"),
        pytest.param(calendar(("08:00", "18:00")), "2026-11-23T16:00", 4, "2026-11-24T10:00", id="over-night"),
        pytest.param(NINE_TO_FIVE, "2026-11-23T09:00", 16, "2026-11-24T17:00", id="two-business-days"),
        pytest.param(NINE_TO_FIVE, "2026-11-23T10:00", 16, "2026-11-25T10:00", id="two-days-from-ten"),
        pytest.param(
            calendar(("09:00", "12:00"), ("13:00", "17:00")),
            "2026-11-23T11:30",
            1,
            "2026-11-23T13:30",
            id="lunch",
        ),
        pytest.param(NINE_TO_FIVE, "2026-11-21T03:00", 1, "2026-11-23T10:00", id="starts-outside-hours"),
        pytest.param(NINE_TO_FIVE, "2026-11-20T16:30", 0.5, "2026-11-20T17:00", id="reached-exactly"),
        pytest.param(NINE_TO_FIVE, "2026-11-21T03:00", 0, "2026-11-21T03:00", id="nothing-is-the-start"),
    ],
)
def test_due_instants(desk: Calendar, start: str, hours: float, due: str) -> None:
    assert business_time.add(desk, utc(start), int(hours * HOUR)) == utc(due)
    assert business_time.elapsed(desk, utc(start), utc(due)) == hours * HOUR


def test_a_day_around_the_clock_shifts_the_local_clock_by_the_spring_change() -> None:
    due = business_time.add(None, oslo("2026-03-28T12:00"), 24 * HOUR)
    assert due.astimezone(OSLO).replace(tzinfo=None) == datetime(2026, 3, 29, 13)  # noqa: DTZ001 - local
    assert business_time.elapsed(None, oslo("2026-03-28T12:00"), due) == 24 * HOUR


# ── Daylight saving: real seconds ──

ALWAYS = range(7)


@pytest.mark.parametrize(
    ("opens", "closes", "day", "hours"),
    [
        pytest.param("00:00", "24:00", "2026-03-29", 23, id="spring"),
        pytest.param("00:00", "24:00", "2026-10-25", 25, id="autumn"),
        pytest.param("00:00", "02:30", "2026-10-25", 2.5, id="ends-at-the-first-of-two"),
        pytest.param("02:30", "04:00", "2026-10-25", 2.5, id="begins-at-the-first-of-two"),
        pytest.param("00:00", "02:30", "2026-03-29", 2.5, id="ends-in-the-gap"),
        pytest.param("02:30", "04:00", "2026-03-29", 0.5, id="begins-in-the-gap"),
        pytest.param("02:30", "03:15", "2026-03-29", 0, id="swallowed-by-the-gap"),
    ],
)
def test_an_interval_over_a_clock_change(opens: str, closes: str, day: str, hours: float) -> None:
    desk = calendar((opens, closes), weekdays=ALWAYS, timezone="Europe/Oslo")
    midnight = oslo(day)
    assert business_time.elapsed(desk, midnight, midnight + timedelta(days=1)) == hours * HOUR


def test_intervals_that_a_gap_pushes_over_one_another_count_once() -> None:
    desk = calendar(("00:00", "02:30"), ("03:00", "04:00"), weekdays=ALWAYS, timezone="Europe/Oslo")
    assert business_time.elapsed(desk, oslo("2026-03-29"), oslo("2026-03-30")) == 3 * HOUR


def test_clocks_set_back_over_midnight_begin_tomorrow_twice() -> None:
    """St. John's, 2010-11-07 00:01 became 2010-11-06 23:01: the Sunday's first midnight came before that."""
    sundays = calendar(("00:00", "06:00"), weekdays=range(6, 7), timezone="America/St_Johns")
    first_midnight, back_on_saturday = utc("2010-11-07T02:30"), utc("2010-11-07T03:00")
    assert back_on_saturday.astimezone(ZoneInfo("America/St_Johns")).date() == date(2010, 11, 6)
    assert business_time.elapsed(sundays, first_midnight - timedelta(hours=1), back_on_saturday) == HOUR / 2


def test_a_day_that_never_was_adds_up() -> None:
    """Samoa skipped Friday 2011-12-30: as in workclock, its hours fall on the Saturday, from wherever one counts."""
    desk = calendar(("09:00", "17:00"), timezone="Pacific/Apia")
    ten, noon = utc("2011-12-30T20:00"), utc("2011-12-30T22:00")  # of Saturday the 31st
    assert business_time.measure(desk, ten, noon) == as_workclock(desk).between(ten, noon) == timedelta(hours=2)


def test_open_around_the_clock_is_24x7_over_any_change() -> None:
    for zone in ZONES:
        desk = calendar(("00:00", "24:00"), weekdays=ALWAYS, timezone=zone)
        start, end = utc("2009-12-31T23:59"), utc("2012-01-01T00:01")
        assert list(business_time.intervals(desk, start, end)) == [(start, end)]


# ── Holidays and exceptions ──


def test_an_exception_replaces_a_day_and_even_a_holiday() -> None:
    desk = calendar(
        ("09:00", "17:00"),
        own_holidays=[{"on": "2026-12-23", "name": "Eve"}, {"on": "2026-12-24", "name": "Closed"}],
        exceptions=[
            {"on": "2026-12-23", "intervals": [{"from": "09:00", "to": "11:00"}]},
            {"on": "2026-12-26", "intervals": [{"from": "10:00", "to": "12:00"}]},  # a Saturday
            {"on": "2026-12-28", "intervals": []},
        ],
    )
    assert list(business_time.intervals(desk, utc("2026-12-22T16:00"), utc("2026-12-29T10:00"))) == [
        (utc("2026-12-22T16:00"), utc("2026-12-22T17:00")),
        (utc("2026-12-23T09:00"), utc("2026-12-23T11:00")),
        (utc("2026-12-25T09:00"), utc("2026-12-25T17:00")),
        (utc("2026-12-26T10:00"), utc("2026-12-26T12:00")),
        (utc("2026-12-29T09:00"), utc("2026-12-29T10:00")),
    ]


def test_country_holidays_are_not_worked() -> None:
    desk = calendar(("09:00", "17:00"), holidays={"country": "NO", "subdivision": None})
    assert business_time.add(desk, utc("2027-05-14T16:30"), HOUR) == utc("2027-05-18T09:30")  # Whit Monday, 17th


def test_a_holiday_observed_in_the_year_before_counts() -> None:
    assert date(2021, 12, 31) in business_time.country_holidays("US", None, 2021)


def test_subdivisions_have_holidays_of_their_own() -> None:
    assert date(2026, 1, 6) in business_time.country_holidays("DE", "BY", 2026)
    assert date(2026, 1, 6) not in business_time.country_holidays("DE", None, 2026)


# ── What is refused ──

DAY = {"weekday": 0, "from": "09:00", "to": "17:00"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"timezone": "Mars/Olympus"}, "unknown time zone"),
        ({"timezone": "Europe"}, "unknown time zone"),
        ({"timezone": "localtime"}, "unknown time zone"),
        ({"timezone": "../etc/passwd"}, "unknown time zone"),
        ({"intervals": []}, "empty"),
        ({"intervals": [], "exceptions": [{"on": "2026-12-23", "intervals": []}]}, "empty"),
        ({"intervals": [DAY | {"weekday": 7}]}, "weekday"),
        ({"intervals": [DAY | {"weekday": -1}]}, "weekday"),
        ({"intervals": [DAY | {"weekday": True}]}, "weekday"),
        ({"intervals": [DAY | {"weekday": 1.0}]}, "weekday"),
        ({"intervals": [DAY, DAY | {"from": "16:59", "to": "18:00"}]}, "overlap"),
        ({"intervals": [DAY, DAY]}, "overlap"),
        ({"intervals": [DAY | {"from": "17:00", "to": "09:00"}]}, "end after they begin"),
        ({"intervals": [DAY | {"from": "09:00", "to": "09:00"}]}, "end after they begin"),
        ({"intervals": [DAY | {"from": "24:00", "to": "24:00"}]}, "end after they begin"),
        ({"intervals": [DAY | {"to": "24:01"}]}, "clock time"),
        ({"intervals": [DAY | {"to": "9:00"}]}, "clock time"),
        ({"intervals": [DAY | {"to": "٠٩:00"}]}, "clock time"),
        ({"own_holidays": [{"on": "2026-02-30", "name": "?"}]}, "day is out of range"),
        ({"exceptions": [{"on": "2026-12-23", "intervals": []}] * 2}, "two exceptions"),
        ({"exceptions": [{"on": "2026-12-23", "intervals": [DAY, DAY]}]}, "overlap"),
        ({"holidays": {"country": "XX", "subdivision": None}}, "'XX'"),
        ({"holidays": {"country": "US", "subdivision": "ZZ"}}, "'US, ZZ'"),
    ],
)
def test_refuses(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        business_time.parse({"timezone": "UTC", "intervals": [DAY]} | change)


def test_intervals_that_touch_are_no_overlap_and_read_as_one() -> None:
    desk = calendar(("12:00", "17:00"), ("09:00", "12:00"))
    start, end = utc("2026-11-23"), utc("2026-11-24")
    assert list(business_time.intervals(desk, start, end)) == [(utc("2026-11-23T09:00"), utc("2026-11-23T17:00"))]


def test_refuses_a_reversed_range_a_naive_instant_and_going_back() -> None:
    with pytest.raises(ValueError, match="lies before"):
        business_time.elapsed(None, utc("2026-01-02"), utc("2026-01-01"))
    with pytest.raises(ValueError, match="no time zone"):
        business_time.add(None, datetime(2026, 1, 1), 1)  # noqa: DTZ001 - the point
    with pytest.raises(ValueError, match="backwards"):
        business_time.add(None, utc("2026-01-01"), -1)


@pytest.mark.parametrize("desk", [None, NINE_TO_FIVE])
def test_nothing_is_sought_beyond_ten_years(desk: Calendar | None) -> None:
    for seconds in (11 * 366 * 86400, 10**18):
        with pytest.raises(NoBusinessTime):
            business_time.add(desk, utc("2026-01-01"), seconds)


def test_a_calendar_whose_only_hours_have_passed_has_no_business_time() -> None:
    spent = calendar(exceptions=[{"on": "2020-01-01", "intervals": [{"from": "09:00", "to": "17:00"}]}])
    with pytest.raises(NoBusinessTime):
        business_time.add(spent, utc("2026-01-01"), 1)
    assert business_time.elapsed(spent, utc("2019-01-01"), utc("2026-01-01")) == 8 * HOUR


def test_needs_no_holidays_package_to_be_imported() -> None:
    without = "import sys; sys.modules['holidays'] = None; import shared.business_time"
    root = Path(business_time.__file__).parents[1]
    subprocess.run([sys.executable, "-c", without], cwd=root, check=True)


def test_a_calendar_can_be_compared_and_hashed() -> None:
    exceptions = [{"on": "2026-12-23", "intervals": [{"from": "09:00", "to": "11:00"}]}]
    one, same = (calendar(("09:00", "17:00"), exceptions=exceptions) for _ in range(2))
    assert one == same != NINE_TO_FIVE
    assert hash(one) == hash(same)


# ── Properties ──


@st.composite
def weeks(draw: st.DrawFn) -> tuple[tuple[Hours, ...], ...]:
    """Seven days of one of three shapes: disjoint intervals that begin and end on a quarter of an hour."""
    shapes = []
    for _ in range(3):
        cuts = sorted(draw(st.sets(st.integers(0, 96), max_size=6)))
        shapes.append(tuple(Hours(a * 15, b * 15) for a, b in zip(cuts[::2], cuts[1::2], strict=False)))
    week = [shapes[draw(st.integers(0, 2))] for _ in range(7)]
    assume(any(week))
    return tuple(week)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Calendar, list[datetime]]:
    """A calendar and four ascending instants, within weeks of a clock change where the zone has any."""
    zone = draw(st.sampled_from(ZONES))
    near = draw(st.sampled_from(TRANSITIONS[zone] or [utc("2026-11-23")]))
    offsets = st.one_of(
        st.integers(-72 * 4, 72 * 4).map(lambda quarters: timedelta(minutes=15 * quarters)),
        st.timedeltas(min_value=timedelta(days=-30), max_value=timedelta(days=30)),
    )
    instants = sorted(near + draw(offsets) for _ in range(4))
    holidays = draw(st.sets(st.integers(-10, 10).map(lambda days: (near + timedelta(days=days)).date()), max_size=4))
    return Calendar(zone, draw(weeks()), frozenset(holidays)), instants


def as_workclock(desk: Calendar) -> workclock.Schedule:
    """The same calendar in the other library: 24:00 is the next day's 00:00."""
    rules: list[workclock.Rule] = [workclock.Holidays(desk.holidays)]
    for weekday, hours in enumerate(desk.week):
        for opens, closes in hours:
            ends = time(closes // 60 % 24, closes % 60)
            rules.append(workclock.WorkDay(time(opens // 60, opens % 60), ends, days=[weekday]))
    return workclock.Schedule(rules, time_zone=desk.timezone)


PROPERTY = settings(deadline=None, max_examples=200)
MOST = timedelta(days=5)  # ten years hold so much of a desk that opens a quarter of an hour a week
AMOUNTS = st.timedeltas(min_value=timedelta(0), max_value=MOST)


@PROPERTY
@given(cases())
def test_measures_as_workclock_does(case: tuple[Calendar, list[datetime]]) -> None:
    desk, instants = case
    other = as_workclock(desk)
    for start, end in pairwise(instants):
        assert business_time.measure(desk, start, end) == other.between(start, end)


@PROPERTY
@given(cases(), AMOUNTS)
def test_advances_as_workclock_does(case: tuple[Calendar, list[datetime]], amount: timedelta) -> None:
    desk, (start, *_) = case
    assert business_time.advance(desk, start, amount) == as_workclock(desk).add(start, amount)


def test_years_ahead_as_workclock_does() -> None:
    week = ((Hours(540, 720), Hours(780, 1020)),) * 5 + ((), ())
    holidays = {day for year in range(2026, 2031) for day in business_time.country_holidays("NO", None, year)}
    desk = Calendar("Europe/Oslo", week, frozenset(holidays))
    start, amount = utc("2026-01-05T12:34:56.789"), timedelta(hours=5000, microseconds=1)
    assert business_time.advance(desk, start, amount) == as_workclock(desk).add(start, amount)


@PROPERTY
@given(cases(), st.integers(0, MOST // timedelta(seconds=1)))
def test_the_due_instant_is_the_earliest_by_which_so_much_has_elapsed(
    case: tuple[Calendar, list[datetime]], seconds: int
) -> None:
    desk, (start, *_) = case
    due = business_time.add(desk, start, seconds)
    assert business_time.elapsed(desk, start, due) == seconds
    if seconds:
        just_before = due - timedelta(microseconds=1)
        assert business_time.elapsed(desk, start, just_before) == seconds - 1


@PROPERTY
@given(cases(), AMOUNTS, AMOUNTS)
def test_a_due_instant_follows_its_start_and_its_amount(
    case: tuple[Calendar, list[datetime]], one: timedelta, other: timedelta
) -> None:
    desk, (start, later, *_) = case
    less, more = sorted((one, other))
    assert business_time.advance(desk, start, less) <= business_time.advance(desk, start, more)
    assert business_time.advance(desk, start, less) <= business_time.advance(desk, later, less)
    halfway = business_time.advance(desk, start, less)
    if more > less:
        assert business_time.advance(desk, halfway, more - less) == business_time.advance(desk, start, more)


@PROPERTY
@given(cases())
def test_business_time_adds_up(case: tuple[Calendar, list[datetime]]) -> None:
    desk, instants = case
    parts = sum((business_time.measure(desk, a, b) for a, b in pairwise(instants)), timedelta())
    whole = business_time.measure(desk, instants[0], instants[-1])
    assert parts == whole <= instants[-1] - instants[0]


@PROPERTY
@given(cases())
def test_intervals_are_clipped_maximal_and_sum_to_what_is_measured(
    case: tuple[Calendar, list[datetime]],
) -> None:
    desk, (start, *_, end) = case
    spans = list(business_time.intervals(desk, start, end))
    assert all(start <= opens < closes <= end for opens, closes in spans)
    assert all(earlier[1] < later[0] for earlier, later in pairwise(spans))
    assert all(instant.tzinfo is UTC for span in spans for instant in span)
    assert sum((closes - opens for opens, closes in spans), timedelta()) == business_time.measure(desk, start, end)


def on_the_wall(desk: Calendar, instant: datetime) -> bool:
    """Whether the desk is open, read off a clock on its wall."""
    local = instant.astimezone(ZoneInfo(desk.timezone))
    hours = desk.exceptions.get(local.date())
    if hours is None:
        hours = () if local.date() in desk.holidays else desk.week[local.weekday()]
    return any(opens <= local.hour * 60 + local.minute < closes for opens, closes in hours)


@settings(deadline=None, max_examples=60)
@given(cases(), st.dictionaries(st.integers(-3, 3), st.sampled_from([(), (Hours(300, 1275),)]), max_size=4))
def test_minutes_counted_one_by_one_agree(
    case: tuple[Calendar, list[datetime]], exceptions: dict[int, tuple[Hours, ...]]
) -> None:
    desk, (_, middle, *_) = case
    start = middle.replace(minute=0, second=0, microsecond=0)
    by_day = tuple(tuple(hours for hours in day if 240 <= hours.opens <= hours.closes <= 1380) for day in desk.week)
    dates = {(start + timedelta(days=days)).date(): hours for days, hours in exceptions.items()}
    assume(any((*by_day, *dates.values())))
    plain = Calendar(desk.timezone, by_day, desk.holidays, dates)  # clock times that every day has once
    minutes = sum(on_the_wall(plain, start + timedelta(minutes=n)) for n in range(4 * 1440))
    assert business_time.elapsed(plain, start, start + timedelta(days=4)) == minutes * 60
