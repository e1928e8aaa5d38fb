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
