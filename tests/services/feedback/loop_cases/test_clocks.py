"""When the steps of a loop case are due, and which were missed: by their times alone."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.loop_cases import clocks
from services.feedback.loop_cases.clocks import STAGES, Target
from shared import business_time

START = datetime(2026, 11, 23, 10, tzinfo=UTC)  # a Monday
HOUR = timedelta(hours=1)
OSLO = business_time.parse(
    {
        "timezone": "Europe/Oslo",
        "intervals": [{"weekday": day, "from": "09:00", "to": "17:00"} for day in range(5)],
        "own_holidays": [{"on": "2026-11-24", "name": "Closed"}],
        "exceptions": [],
        "holidays": None,
    }
)

instants = st.integers(0, 20).map(lambda hours: START + hours * HOUR)
times = st.fixed_dictionaries({stage: st.none() | instants for stage in STAGES})


def test_a_due_is_reckoned_by_its_calendar_and_one_without_a_target_is_none() -> None:
    found = clocks.dues({"assigned": Target(3_600), "planned": Target(8 * 3_600, OSLO)}, START)
    assert found["assigned"] == START + HOUR
    assert found["planned"] == datetime(2026, 11, 25, 10, tzinfo=UTC)  # 11:00 in Oslo; the 24th is closed
    assert (found["contacted"], found["closed"]) == (None, None)


def test_an_hour_that_the_clock_skips_is_not_counted() -> None:
    night = business_time.parse(
        {
            "timezone": "Europe/Oslo",
            "intervals": [{"weekday": day, "from": "00:00", "to": "24:00"} for day in range(7)],
            "own_holidays": [],
            "exceptions": [],
            "holidays": None,
        }
    )
    before = datetime(2027, 3, 27, 23, 30, tzinfo=UTC)  # 00:30 in Oslo; at 02:00 it is 03:00
    [due, *_] = clocks.dues({"assigned": Target(4 * 3_600, night)}, before).values()
    assert due == before + 4 * HOUR


def test_a_calendar_with_too_little_time_leaves_the_step_without_a_due() -> None:
    closed = business_time.parse(
        {
            "timezone": "UTC",
            "intervals": [],
            "own_holidays": [],
            "exceptions": [{"on": "2026-11-24", "intervals": [{"from": "09:00", "to": "10:00"}]}],
            "holidays": None,
        }
    )
    assert clocks.dues({"assigned": Target(7_200, closed)}, START)["assigned"] is None


@pytest.mark.parametrize(
    ("done", "now", "late"),
    [
        (None, timedelta(), False),  # at its due it is not late
        (None, timedelta(microseconds=1), True),
        (timedelta(), timedelta(hours=5), False),
        (timedelta(microseconds=1), timedelta(hours=5), True),  # done by now, and yet too late
        (-HOUR, timedelta(hours=5), False),
    ],
)
def test_late_is_what_was_not_done_at_its_due(done: timedelta | None, now: timedelta, late: bool) -> None:
    due = START + 4 * HOUR
    reached = {"assigned": None if done is None else due + done}
    assert [stage for stage, _ in clocks.missed({"assigned": due}, reached, due + now)] == ["assigned"] * late


def test_who_came_further_has_done_what_comes_before() -> None:
    dues = dict.fromkeys(STAGES, START + HOUR)
    contacted = {"contacted": START}
    assert [stage for stage, _ in clocks.missed(dues, contacted, START + 2 * HOUR)] == ["closed"]
    assert list(clocks.missed(dues, {"closed": START}, START + 2 * HOUR)) == []


@given(times)
def test_steps_are_done_in_their_order(done: clocks.Times) -> None:
    found = clocks.reached(done)
    for earlier, later in pairwise(STAGES):
        at = found[later]
        assert at is None or ((first := found[earlier]) is not None and first <= at)
    for stage in STAGES:
        own, by_any = done[stage], found[stage]
        assert own is None or (by_any is not None and by_any <= own)


@given(times, times, st.lists(instants, min_size=1, max_size=6))
def test_looking_seldom_or_often_misses_and_finds_the_same(
    dues: clocks.Times, done: clocks.Times, looks: list[datetime]
) -> None:
    """What was told on the way, each look seeing what had happened until then, is what the last look would tell."""
    told: set[str] = set()
    for now in sorted(looks):
        known = {stage: at if at is not None and at <= now else None for stage, at in done.items()}
        told |= {stage for stage, _ in clocks.missed(dues, known, now)}
    last = max(looks)
    known = {stage: at if at is not None and at <= last else None for stage, at in done.items()}
    assert told == {stage for stage, _ in clocks.missed(dues, known, last)}


@given(times, times, instants)
def test_the_next_due_is_never_behind_and_nothing_is_missed_before_it(
    dues: clocks.Times, done: clocks.Times, now: datetime
) -> None:
    known = {stage: at if at is not None and at <= now else None for stage, at in done.items()}
    following = clocks.next_due(dues, known, now)
    assert following is None or following >= now
    if following is not None:
        assert set(clocks.missed(dues, known, now)) == set(clocks.missed(dues, known, following))
