"""When levels are reached: at their amount of business time, once each, in whatever pieces a clock runs."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.ticketing.sla import clock, levels
from services.ticketing.sla.clock import ClockState, Target
from services.ticketing.sla.levels import MICROSECOND, Progress, Rule

MONDAY = datetime(2027, 11, 15, 9, tzinfo=UTC)
LATER = MONDAY + timedelta(days=3)
HOUR = 3600
BODIES: list[dict[str, int]] = [
    {"share": 50},
    {"minutes_before_due": 20},
    {"share": 100},
    {"minutes_after_due": 10},
    {"share": 150},
]
START = Progress(-MICROSECOND, HOUR)


def rule(*bodies: dict[str, int], **changes: Any) -> Rule:
    given = {"held_from": MONDAY, **changes}
    each = [levels.level_of({"at": body}) for body in bodies]
    return Rule(UUID(int=1), 1, "Late", 1, frozenset({"first_reply"}), {}, each, **given)


def running() -> ClockState:
    return clock.start("first_reply", 1, Target(HOUR), MONDAY)


@pytest.mark.parametrize(
    ("body", "key", "minutes"),
    [
        ({"share": 50}, "50%", 30),
        ({"share": 110}, "110%", 66),
        ({"minutes_before_due": 15}, "due-15m", 45),
        ({"minutes_before_due": 90}, "due-90m", 0),
        ({"minutes_after_due": 0}, "due+0m", 60),
        ({"minutes_after_due": 5}, "due+5m", 65),
    ],
)
def test_a_level_lies_at_its_amount_and_is_seen_after_it(body: dict[str, int], key: str, minutes: int) -> None:
    at = MONDAY + timedelta(minutes=minutes)
    assert levels.due(running(), START, [rule(body)], at) == []
    [due] = levels.due(running(), START, [rule(body)], at + MICROSECOND)
    assert (due.level.key, due.at) == (key, at)
    assert levels.next_at(running(), START, [rule(body)]) == at


def test_a_version_decides_what_was_reached_while_it_held() -> None:
    change = MONDAY + timedelta(minutes=40)
    versions = [
        rule({"share": 50}, {"share": 100}, held_until=change),
        rule({"share": 60}, {"share": 110}, held_from=change),
    ]
    reached = levels.due(running(), START, versions, LATER)
    assert [due.level.key for due in reached] == ["50%", "110%"]


def test_other_metrics_and_clocks_that_stand_still_reach_nothing() -> None:
    paused = clock.pause(running(), MONDAY, "pending")
    assert levels.due(paused, START, [rule({"share": 50})], LATER) == []
    other = clock.start("next_reply", 1, Target(HOUR), MONDAY)
    assert levels.due(other, START, [rule({"share": 50})], LATER) == []


def test_a_shorter_target_brings_at_once_what_it_passes() -> None:
    at = MONDAY + timedelta(minutes=31)
    looked_at = Progress(timedelta(minutes=31), HOUR)
    shorter = clock.retarget(running(), at, Target(HOUR // 2))
    reached = levels.due(shorter, looked_at, [rule(*BODIES)], at + MICROSECOND)
    assert [(due.level.key, due.at) for due in reached] == [("due-20m", at), ("100%", at)]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(1, 40 * 60)), min_size=1, max_size=12))
def test_in_whatever_pieces_it_runs_and_is_looked_at_each_level_is_reached_once_at_its_amount(
    steps: list[tuple[bool, int]],
) -> None:
    """Each step is so many seconds, after which the clock is paused or resumed, or only looked at."""
    held, state, progress, now, found = [rule(*BODIES)], running(), START, MONDAY, []
    for moves, seconds in steps:
        now += timedelta(seconds=seconds)
        reached = levels.due(state, progress, held, now)
        exactly = any(due.at == now for due in levels.coming(state, progress, held))
        if state.state is clock.State.RUNNING:
            progress = Progress(clock.as_of(state, now).elapsed - exactly * MICROSECOND, HOUR)
        found += [(due.level.key, clock.as_of(state, due.at).elapsed) for due in reached]
        if moves:
            state = clock.resume(state, now, "open") if state.paused_at else clock.pause(state, now, "pending")
    elapsed = clock.as_of(state, now).elapsed
    all_levels = [(level.key, level.amount(HOUR)) for level in held[0].levels]
    passed = sorted(each for each in all_levels if each[1] < elapsed)
    assert passed == sorted(each for each in found if each[1] < elapsed)
    assert len({key for key, _ in found}) == len(found)
