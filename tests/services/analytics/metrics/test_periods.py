"""Periods across clock changes, in zones that make them hard."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.analytics.metrics import periods
from services.analytics.metrics.periods import Interval

ZONES = ["UTC", "Europe/Oslo", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe"]
HOUR = timedelta(hours=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_without_an_interval_it_is_one_period() -> None:
    assert periods.edges(at("2026-01-01"), at("2027-01-01"), None, ZoneInfo("UTC")) == [
        at("2026-01-01"),
        at("2027-01-01"),
    ]


def test_the_first_and_last_period_are_cut() -> None:
    assert periods.edges(at("2026-11-23T10:15"), at("2026-11-25T06:00"), "day", ZoneInfo("UTC")) == [
        at("2026-11-23T10:15"),
        at("2026-11-24"),
        at("2026-11-25"),
        at("2026-11-25T06:00"),
    ]


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-11-23", 24)])
def test_a_day_of_a_clock_change_has_23_or_25_hours(day: str, hours: int) -> None:
    oslo = ZoneInfo("Europe/Oslo")
    start = datetime.fromisoformat(day).replace(tzinfo=oslo)
    end = (start + timedelta(days=1)).astimezone(UTC)
    edges = periods.edges(start, end, "hour", oslo)
    assert len(edges) == hours + 1
    assert {later - earlier for earlier, later in pairwise(edges)} == {HOUR}
    assert periods.edges(start, end, "day", oslo) == [start.astimezone(UTC), end]


def test_a_day_without_midnight_begins_at_the_change() -> None:
    sao_paulo = ZoneInfo("America/Sao_Paulo")  # 2018-11-04 00:00 was 01:00
    assert periods.edges(at("2018-11-03T12:00"), at("2018-11-05T12:00"), "day", sao_paulo)[1:-1] == [
        at("2018-11-04T03:00"),
        at("2018-11-05T02:00"),
    ]


def test_a_midnight_that_comes_twice_is_one_boundary() -> None:
    havana = ZoneInfo("America/Havana")  # 2026-11-01 01:00 is 00:00 again
    assert periods.edges(at("2026-10-31T12:00"), at("2026-11-02T12:00"), "day", havana)[1:-1] == [
        at("2026-11-01T04:00"),
        at("2026-11-02T05:00"),
    ]


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    oslo = ZoneInfo("Europe/Oslo")
    assert periods.edges(at("2026-10-20"), at("2026-11-03"), "week", oslo)[1:-1] == [
        at("2026-10-25T23:00"),
        at("2026-11-01T23:00"),
    ]
    assert periods.edges(at("2026-01-31"), at("2026-05-01T12:00"), "month", oslo)[1:-1] == [
        at("2026-01-31T23:00"),
        at("2026-02-28T23:00"),
        at("2026-03-31T22:00"),
        at("2026-04-30T22:00"),
    ]


def test_too_many_periods_are_refused_before_they_are_made() -> None:
    with pytest.raises(periods.TooMany):
        periods.edges(at("2000-01-01"), at("2099-12-31"), "hour", ZoneInfo("UTC"))
    assert len(periods.edges(at("2026-01-01"), at("2027-01-01"), "hour", ZoneInfo("UTC"))) == 8761


instants = st.timedeltas(timedelta(), timedelta(days=30_000)).map(lambda passed: at("2001-01-01") + passed)


@example(start=at("2007-09-05"), days=40.0, interval="day", zone="America/Sao_Paulo")
@given(
    start=instants,
    days=st.floats(0.001, 40),
    interval=st.sampled_from(["hour", "day", "week", "month"]),
    zone=st.sampled_from(ZONES),
)
def test_periods_partition_the_time(start: datetime, days: float, interval: Interval, zone: str) -> None:
    end = start + timedelta(days=days)
    edges = periods.edges(start, end, interval, ZoneInfo(zone))
    assert edges[0] == start
    assert edges[-1] == end
    assert edges == sorted(set(edges))
    inner = [edge.astimezone(ZoneInfo(zone)) for edge in edges[1:-1]]
    assert all(edge.second == edge.microsecond == 0 for edge in inner)
    if interval != "hour":
        # Not of the local time, which says for a day that begins at 1:00 that it began an hour before.
        before = [(edge - timedelta(microseconds=1)).astimezone(ZoneInfo(zone)) for edge in edges[1:-1]]
        assert all(last.date() < edge.date() for last, edge in zip(before, inner, strict=True))
    if interval == "week":
        assert all(edge.weekday() == 0 for edge in inner)
    if interval == "month":
        assert all(edge.day == 1 for edge in inner)


def test_hours_that_a_boundary_cuts() -> None:
    kolkata = ZoneInfo("Asia/Kolkata")
    edges = periods.edges(at("2026-11-23T18:30"), at("2026-11-25T18:30"), "day", kolkata)
    assert periods.cut_hours(edges) == [at(f"2026-11-{day}T18:00") for day in (23, 24, 25)]
    assert periods.cut_hours([at("2026-11-23T18:00"), at("2026-11-23T19:00")]) == []
