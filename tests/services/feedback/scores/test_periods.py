"""Periods cut in time zones."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.scores import periods
from services.feedback.scores.periods import Interval

OSLO = ZoneInfo("Europe/Oslo")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")  # its clocks move by half an hour
BEIRUT = ZoneInfo("Asia/Beirut")  # its clocks move at midnight
ASUNCION = ZoneInfo("America/Asuncion")  # its clocks moved at midnight, in 2023 on the first of October
HAVANA = ZoneInfo("America/Havana")  # its midnight comes twice when clocks go back, in 2026 on the first of November


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_without_an_interval_there_is_one_period() -> None:
    start = at("2026-01-01T10:15:00Z")
    assert periods.split(start, at("2027-01-01T00:00:00Z"), None, OSLO) == [start]


def test_the_first_period_begins_where_the_whole_does() -> None:
    starts = periods.split(at("2026-11-22T10:15:00Z"), at("2026-11-24T09:00:00Z"), "day", OSLO)
    assert starts == [at("2026-11-22T10:15:00Z"), at("2026-11-22T23:00:00Z"), at("2026-11-23T23:00:00Z")]


def test_days_of_clock_changes_have_23_and_25_hours() -> None:
    spring = periods.split(at("2026-03-28T23:00:00Z"), at("2026-03-30T22:00:00Z"), "day", OSLO)
    autumn = periods.split(at("2026-10-24T22:00:00Z"), at("2026-10-26T23:00:00Z"), "day", OSLO)
    assert spring[1] - spring[0] == timedelta(hours=23)
    assert autumn[1] - autumn[0] == timedelta(hours=25)


def test_a_midnight_that_is_skipped_is_the_instant_of_the_change() -> None:
    starts = periods.split(at("2026-03-27T22:00:00Z"), at("2026-03-30T21:00:00Z"), "day", BEIRUT)
    assert starts == [at("2026-03-27T22:00:00Z"), at("2026-03-28T22:00:00Z"), at("2026-03-29T21:00:00Z")]


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    weeks = periods.split(at("2026-11-22T00:00:00Z"), at("2026-12-01T00:00:00Z"), "week", ZoneInfo("UTC"))
    months = periods.split(at("2026-11-22T00:00:00Z"), at("2027-02-02T00:00:00Z"), "month", ZoneInfo("UTC"))
    assert [one.day for one in weeks] == [22, 23, 30]
    assert [(one.month, one.day) for one in months] == [(11, 22), (12, 1), (1, 1), (2, 1)]


def test_a_month_whose_first_midnight_is_skipped_begins_at_the_instant_of_the_change() -> None:
    months = periods.split(at("2023-09-01T04:00:00Z"), at("2023-12-01T03:00:00Z"), "month", ASUNCION)
    assert months == [at("2023-09-01T04:00:00Z"), at("2023-10-01T04:00:00Z"), at("2023-11-01T03:00:00Z")]
    assert [one.astimezone(ASUNCION).hour for one in months] == [0, 1, 0]


def test_a_month_whose_first_midnight_comes_twice_begins_at_the_first() -> None:
    months = periods.split(at("2026-10-01T04:00:00Z"), at("2026-12-01T05:00:00Z"), "month", HAVANA)
    assert months == [at("2026-10-01T04:00:00Z"), at("2026-11-01T04:00:00Z")]
    assert at("2026-11-01T05:00:00Z").astimezone(HAVANA).hour == 0  # again


def test_a_week_in_which_a_midnight_is_skipped_is_an_hour_shorter() -> None:
    weeks = periods.split(at("2026-03-22T22:00:00Z"), at("2026-04-05T21:00:00Z"), "week", BEIRUT)
    assert weeks == [at("2026-03-22T22:00:00Z"), at("2026-03-29T21:00:00Z")]


@given(
    st.datetimes(datetime(2015, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.integers(0, 1500),
    st.sampled_from(["day", "week", "month"]),
    st.sampled_from(["UTC", "Europe/Oslo", "America/Asuncion", "America/Havana", "Asia/Beirut", "Pacific/Apia"]),
)
def test_two_instants_share_a_period_where_the_wall_calendar_says_so(
    start: datetime, hours: int, interval: Interval, zone: str
) -> None:
    def named(instant: datetime) -> tuple[int, ...]:
        day = instant.astimezone(ZoneInfo(zone)).date()
        return {"day": (day.toordinal(),), "week": day.isocalendar()[:2], "month": (day.year, day.month)}[interval]

    instant = start + timedelta(hours=hours)
    starts = periods.split(start, instant + timedelta(microseconds=1), interval, ZoneInfo(zone))
    assert named(starts[-1]) == named(instant)
    assert len(starts) == len({named(start + timedelta(minutes=30 * half)) for half in range(2 * hours + 1)})


def test_an_hour_that_comes_twice_is_two_hours() -> None:
    hours = periods.split(at("2026-10-25T00:00:00Z"), at("2026-10-25T03:00:00Z"), "hour", OSLO)
    assert [one.astimezone(OSLO).hour for one in hours] == [2, 2, 3]


def test_half_an_hour_that_comes_twice_is_a_period_of_its_own() -> None:
    hours = periods.split(at("2026-04-04T13:30:00Z"), at("2026-04-04T17:00:00Z"), "hour", LORD_HOWE)
    shown = [one.astimezone(LORD_HOWE).strftime("%H:%M") for one in hours]
    assert shown == ["00:30", "01:00", "01:30", "02:00", "03:00"]


def test_too_many_are_refused() -> None:
    with pytest.raises(periods.TooManyPeriods):
        periods.split(at("2000-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z"), "hour", OSLO)


@given(
    st.datetimes(datetime(2001, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.timedeltas(timedelta(seconds=1), timedelta(days=40)),
    st.sampled_from(["hour", "day", "week", "month"]),
    st.sampled_from(["UTC", "Europe/Oslo", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Beirut"]),
)
def test_periods_rise_and_lie_within_the_whole(
    start: datetime, length: timedelta, interval: Interval, zone: str
) -> None:
    starts = periods.split(start, start + length, interval, ZoneInfo(zone))
    assert starts[0] == start
    assert all(earlier < later < start + length for earlier, later in pairwise(starts))
    longest = {"hour": 2, "day": 25, "week": 24 * 7 + 1, "month": 24 * 31 + 1}[interval]
    ends = [*starts[1:], start + length]
    assert all(end - begin <= timedelta(hours=longest) for begin, end in zip(starts, ends, strict=True))
