"""When a reader is told, by their own clock: examples around clock changes, and laws in many zones."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.features.notifications import preferences
from shared.features.notifications.preferences import AlwaysQuiet, Deferral, Preferences
from tests.shared.clock_changes import TRANSITIONS, ZONES

MINUTE = timedelta(minutes=1)
NIGHT = {"weekdays": [0, 1, 2, 3, 4, 5, 6], "begins": "22:00", "ends": "07:00"}


def wishes(zone: str, **body: Any) -> Preferences:
    return preferences.parse(zone, {"quiet_hours": [], "urgent_passes": True, "digest": {}, **body})


def local(zone: str, text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


@pytest.mark.parametrize(
    ("zone", "at", "until"),
    [
        pytest.param("Europe/Stockholm", "2026-11-20T23:00", "2026-11-21T07:00", id="a-night"),
        pytest.param("Europe/Stockholm", "2026-11-20T03:00", "2026-11-20T07:00", id="after-midnight"),
        pytest.param("Europe/Stockholm", "2026-11-20T22:00", "2026-11-21T07:00", id="begins-at-its-minute"),
        pytest.param("Europe/Stockholm", "2026-11-20T07:00", None, id="is-over-at-its-minute"),
        pytest.param("Europe/Stockholm", "2026-11-20T12:00", None, id="a-day"),
        pytest.param("Europe/Stockholm", "2026-03-28T23:00", "2026-03-29T07:00", id="the-short-night"),
        pytest.param("America/New_York", "2026-10-31T23:00", "2026-11-01T07:00", id="the-long-night"),
        pytest.param("America/Havana", "2026-03-07T23:00", "2026-03-08T07:00", id="midnight-is-skipped"),
    ],
)
def test_quiet_hours_end(zone: str, at: str, until: str | None) -> None:
    wanted = wishes(zone, quiet_hours=[NIGHT])
    assert wanted.quiet_until(local(zone, at)) == (until and local(zone, until))


def test_the_long_night_is_an_hour_longer() -> None:
    wanted = wishes("Europe/Stockholm", quiet_hours=[NIGHT])
    at = local("Europe/Stockholm", "2026-10-24T22:00")
    until = wanted.quiet_until(at)
    assert until is not None
    assert until - at == timedelta(hours=10)


def test_a_weekend_is_one_quiet_time() -> None:
    weekend = {"weekdays": [5, 6], "begins": "00:00", "ends": "24:00"}
    friday = {"weekdays": [4], "begins": "18:00", "ends": "24:00"}
    wanted = wishes("Europe/Oslo", quiet_hours=[weekend, friday, NIGHT])
    assert wanted.quiet_until(local("Europe/Oslo", "2026-11-20T19:00")) == local("Europe/Oslo", "2026-11-23T07:00")


def test_what_is_urgent_passes_unless_told_otherwise() -> None:
    at = local("Europe/Oslo", "2026-11-20T23:00")
    until = local("Europe/Oslo", "2026-11-21T07:00")
    passing = wishes("Europe/Oslo", quiet_hours=[NIGHT])
    assert passing.deferral(urgent=True, at=at) is None
    assert passing.deferral(urgent=False, at=at) == Deferral("quiet_hours", until)
    silent = wishes("Europe/Oslo", quiet_hours=[NIGHT], urgent_passes=False)
    assert silent.deferral(urgent=True, at=at) == Deferral("quiet_hours", until)


@pytest.mark.parametrize(
    ("digest", "at", "until"),
    [
        ({"daily": "09:00"}, "2026-11-20T08:59", "2026-11-20T09:00"),
        ({"daily": "09:00"}, "2026-11-20T09:00", "2026-11-21T09:00"),
        ({"every_minutes": 60}, "2026-11-20T09:10", "2026-11-20T10:00"),
        ({"every_minutes": 60}, "2026-11-20T23:10", "2026-11-21T00:00"),
        ({"every_minutes": 420}, "2026-11-20T22:00", "2026-11-21T00:00"),
        ({"daily": "02:30"}, "2026-03-29T01:00", "2026-03-29T03:30"),  # 02:30 is skipped
    ],
)
def test_digests_come_at_the_readers_times(digest: dict[str, Any], at: str, until: str) -> None:
    wanted = wishes("Europe/Oslo", digest={"normal": digest})
    assert wanted.deferral(urgent=False, at=local("Europe/Oslo", at)) == Deferral("digest", local("Europe/Oslo", until))
    assert wanted.deferral(urgent=True, at=local("Europe/Oslo", at)) is None


def test_a_digest_in_quiet_hours_waits_for_their_end() -> None:
    wanted = wishes("Europe/Oslo", quiet_hours=[NIGHT], digest={"normal": {"daily": "23:00"}})
    deferral = wanted.deferral(urgent=False, at=local("Europe/Oslo", "2026-11-20T12:00"))
    assert deferral == Deferral("digest", local("Europe/Oslo", "2026-11-21T07:00"))


def test_some_time_is_left() -> None:
    with pytest.raises(AlwaysQuiet):
        wishes("UTC", quiet_hours=[{"weekdays": list(range(7)), "begins": "00:00", "ends": "24:00"}])


def test_nothing_wanted_is_told_at_once() -> None:
    assert preferences.parse(None, None).deferral(urgent=False, at=datetime(2026, 11, 20, tzinfo=UTC)) is None


INSTANTS = st.timedeltas(timedelta(), timedelta(days=1500)).map(lambda since: datetime(2024, 1, 1, tzinfo=UTC) + since)
WEEKDAYS = st.sets(st.integers(0, 6), min_size=1)
CLOCK_MINUTES = st.integers(0, 1439)
ROWS = st.lists(
    st.tuples(st.sets(st.integers(0, 6), min_size=1), CLOCK_MINUTES, CLOCK_MINUTES).filter(
        lambda row: row[1] != row[2]
    ),
    min_size=1,
    max_size=3,
)


def shown(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def quiet_by_the_wall(rows: list[tuple[set[int], int, int]], at: datetime, zone: str) -> bool:
    """The naive reading, minute by minute, of what a wall clock shows: right but where clocks change."""
    here = at.astimezone(ZoneInfo(zone))
    minute, today = here.hour * 60 + here.minute, here.weekday()
    for weekdays, begins, ends in rows:
        if begins < ends:
            if today in weekdays and begins <= minute < ends:
                return True
        elif (today in weekdays and minute >= begins) or ((today - 1) % 7 in weekdays and minute < ends):
            return True
    return False


def changes_clocks_about(zone: str, at: datetime) -> bool:
    offsets = {(at + timedelta(hours=hours)).astimezone(ZoneInfo(zone)).utcoffset() for hours in range(-30, 31, 3)}
    return len(offsets) > 1


@given(zone=st.sampled_from(ZONES), rows=ROWS, at=INSTANTS)
def test_quiet_is_what_the_wall_clock_says_and_ends_at_its_end(
    zone: str, rows: list[tuple[set[int], int, int]], at: datetime
) -> None:
    body = [
        {"weekdays": sorted(weekdays), "begins": shown(begins), "ends": shown(ends)} for weekdays, begins, ends in rows
    ]
    try:
        wanted = wishes(zone, quiet_hours=body)
    except AlwaysQuiet:
        return
    until = wanted.quiet_until(at)
    if until is not None:
        assert at < until <= at + timedelta(days=8)
        assert wanted.quiet_until(until) is None
        assert wanted.quiet_until(until - timedelta(microseconds=1)) == until
    if not changes_clocks_about(zone, at):
        assert (until is not None) == quiet_by_the_wall(rows, at, zone)


@given(zone=st.sampled_from(ZONES), minutes=st.integers(5, 1440), at=INSTANTS)
def test_a_digest_comes_within_its_minutes(zone: str, minutes: int, at: datetime) -> None:
    deferral = wishes(zone, digest={"normal": {"every_minutes": minutes}}).deferral(urgent=False, at=at)
    assert deferral is not None
    assert at < deferral.until <= at + minutes * MINUTE


@given(zone=st.sampled_from(ZONES), minute=CLOCK_MINUTES, at=INSTANTS)
def test_a_daily_digest_comes_once_a_day(zone: str, minute: int, at: datetime) -> None:
    wanted = wishes(zone, digest={"normal": {"daily": shown(minute)}})
    first = wanted.deferral(urgent=False, at=at)
    assert first is not None
    second = wanted.deferral(urgent=False, at=first.until)
    assert second is not None
    assert at < first.until <= at + timedelta(hours=26)
    days = [one.until.astimezone(ZoneInfo(zone)).date() for one in (first, second)]
    assert days[0] < days[1] <= days[0] + timedelta(days=1)
    if not changes_clocks_about(zone, first.until):
        assert shown(minute) == first.until.astimezone(ZoneInfo(zone)).strftime("%H:%M")


@given(data=st.data(), minutes=st.integers(0, 2 * 1440))
def test_holds_at_every_change_of_clocks(data: st.DataObject, minutes: int) -> None:
    """On the days of 25 years on which clocks change: a night ends at 7 by the wall clock, however long it was."""
    zone = data.draw(st.sampled_from([zone for zone in ZONES if TRANSITIONS[zone]]))
    at = data.draw(st.sampled_from(TRANSITIONS[zone])) + minutes * MINUTE
    until = wishes(zone, quiet_hours=[NIGHT]).quiet_until(at)
    hour = at.astimezone(ZoneInfo(zone)).hour
    assert (until is not None) == (hour >= 22 or hour < 7)
    if until is not None:
        assert until.astimezone(ZoneInfo(zone)).strftime("%H:%M") == "07:00"
