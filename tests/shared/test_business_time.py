"""Calendars against the specification's vectors. What holds for all of them: test_business_time_laws.py."""

import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from shared import business_time
from shared.business_time import Calendar, NoBusinessTime
from tests.shared.clock_changes import ZONES, as_workclock, utc

HOUR = 3600
OSLO = ZoneInfo("Europe/Oslo")


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
