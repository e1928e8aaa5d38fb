"""What a clock must never lie about: sleep, weekends, clock changes, reopenings; and workclock says the same."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from services.ticketing.sla import clock, explaining
from services.ticketing.sla.clock import Fact, Kind, State, Target, Verdict
from shared.business_time import SECOND, Calendar, Hours
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.sla.clocks import (
    HOUR,
    MONDAY,
    a_policy,
    a_ticket,
    clocks,
    later,
    moved,
    names,
    only,
    replied,
    target,
    told,
    wrote,
)
from tests.shared.clock_changes import as_workclock

NINE_TO_FIVE = [{"weekday": day, "from": "09:00", "to": "17:00"} for day in range(5)]
ROUND_THE_CLOCK = ((Hours(0, 1440),),) * 7

# ── Weekends and clock changes ──

ZONES = {
    "Europe/Oslo": (date(2027, 3, 28), date(2027, 10, 31)),
    "America/New_York": (date(2027, 3, 14), date(2027, 11, 7)),
    "America/Santiago": (date(2027, 4, 4), date(2027, 9, 5)),  # at midnight
    "Asia/Beirut": (date(2027, 3, 28), date(2027, 10, 31)),  # at midnight
    "Australia/Adelaide": (date(2027, 4, 4), date(2027, 10, 3)),  # half an hour beside the full hours
    "Australia/Lord_Howe": (date(2027, 4, 4), date(2027, 10, 3)),  # by half an hour
    "Pacific/Chatham": (date(2027, 4, 4), date(2027, 9, 26)),
    "Asia/Kolkata": (date(2027, 3, 28), date(2027, 10, 31)),  # never
}
"""The Sundays of 2027 on which clocks change, by zone."""

CHANGES = [(zone, sunday) for zone, sundays in ZONES.items() for sunday in sundays]


@pytest.mark.parametrize(("zone", "sunday"), CHANGES)
def test_pending_over_a_weekend_on_which_the_clocks_change(zone: str, sunday: date) -> None:
    def at(days: int, hours: int, minutes: int = 0) -> datetime:
        local = datetime.combine(sunday + timedelta(days=days), time(hours, minutes), ZoneInfo(zone))
        return local.astimezone(UTC)

    if zone != "Asia/Kolkata":
        assert at(2, 12) - at(-2, 12) != timedelta(days=4), "the clocks change on this Sunday"
    desk = Calendar(zone, ((Hours(540, 1020),),) * 5 + ((), ()))
    facts = [
        Fact(at(-2, 16), Kind.CREATED),
        Fact(at(-2, 16, 30), Kind.STATUS_CHANGED, "pending"),
        Fact(at(1, 9, 30), Kind.STATUS_CHANGED, "open"),
    ]
    promise = Target(4 * HOUR, desk, frozenset({"pending"}))
    [trail] = clock.replay("first_reply", promise, facts, at(1, 10))
    assert [state.elapsed_seconds for state in trail] == [0, HOUR // 2, HOUR // 2]
    assert trail[-1].due_at == at(1, 13) == as_workclock(desk).add(facts[2].at, timedelta(hours=3.5))
    never = Calendar(zone, ROUND_THE_CLOCK)
    for hours in (desk, never):
        [running] = clock.replay("total_resolution", Target(60 * HOUR, hours), facts[:1], facts[0].at)
        assert running[-1].due_at == as_workclock(hours).add(facts[0].at, timedelta(hours=60))
        seen = clock.as_of(running[-1], at(1, 10))
        assert seen.elapsed == as_workclock(hours).between(facts[0].at, at(1, 10))


# ── Histories at random, beside workclock ──

DESKS = [
    Calendar(zone, week, frozenset({date(2027, 3, 30)}))
    for zone in ZONES
    for week in (
        ((Hours(540, 720), Hours(780, 1020)),) * 5 + ((), ()),
        ROUND_THE_CLOCK,
        ((Hours(0, 60), Hours(1350, 1440)),) * 7,
    )
]
WORKCLOCKS = [as_workclock(desk) for desk in DESKS]
RUNS_IN = {
    "requester_wait": {"new", "open", "on_hold"},
    "agent_work": {"new", "open"},
    "total_resolution": {"new", "open", "pending", "on_hold"},
}


@dataclass
class Story:
    """What happens to a ticket, and for how long its clock runs; said without the clock."""

    facts: list[Fact]
    running: list[tuple[datetime, datetime]]
    now: datetime


def a_story(dice: random.Random, metric: str) -> Story:
    at = datetime(2027, 3, 20, tzinfo=UTC) + timedelta(microseconds=dice.randrange(14 * 86_400 * 10**6))
    status, facts, running = "new", [Fact(at, Kind.CREATED)], []
    for last in [*[False] * dice.randrange(9), True]:
        until = at + timedelta(microseconds=dice.randrange(1, 4 * 86_400 * 10**6))
        if status in RUNS_IN[metric]:
            running.append((at, until))
        at = until
        if last:
            break
        status = dice.choice(["open", "pending", "on_hold", "solved"]) if status != "solved" else "open"
        facts.append(Fact(at, Kind.SOLVED) if status == "solved" else Fact(at, Kind.STATUS_CHANGED, status))
    return Story(facts, running, at)


@pytest.mark.parametrize("times", [500, pytest.param(10_000, marks=pytest.mark.full_matrix)])
def test_explains_to_the_second_what_workclock_counts(times: int) -> None:
    dice = random.Random(times)
    for _ in range(times):
        metric, number = dice.choice(sorted(RUNS_IN)), dice.randrange(len(DESKS))
        promise = Target(dice.randrange(1, 90 * HOUR), DESKS[number], on_reopen="resume")
        story = a_story(dice, metric)
        [trail] = clock.replay(metric, promise, story.facts, story.now)
        expected = sum((WORKCLOCKS[number].between(*span) for span in story.running), timedelta())
        assert clock.as_of(trail[-1], story.now).elapsed == expected
        parts = explaining.explain(trail, story.now)
        assert sum(part.seconds for part in parts if part.counted) == expected // SECOND


# ── A desk at work ──


async def test_a_sweeper_that_slept_for_three_hours_does_not_forgive(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    await a_policy(ticketing, target("total_resolution", HOUR))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(hours=2)
    await moved(ticketing, path, "solved")
    ticketing.clock.advance(hours=1)
    await ticketing.run_job("sla_due")
    seen = await only(ticketing, path, "total_resolution")
    assert (seen["state"], seen["verdict"], seen["elapsed_seconds"]) == ("fulfilled", "breached", 2 * HOUR)
    assert (seen["due_at"], seen["breached_at"], seen["detected_at"]) == (
        later(hours=1),
        later(hours=1),
        later(hours=2),
    )
    assert names(await told(ticketing, "total_resolution")) == ["applied", "warned", "breached", "fulfilled"]


async def test_five_business_days_over_a_weekend_are_up_on_the_seventh_day(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY + timedelta(days=2))  # a Wednesday at nine
    desk = await ticketing.post("/v1/calendars", {"name": "Desk", "timezone": "UTC", "intervals": NINE_TO_FIVE})
    await a_policy(ticketing, target("total_resolution", 5 * 8 * HOUR, calendar_id=desk["id"], warn_at_share=0.99))
    path = await a_ticket(ticketing)
    tuesday = later(days=8, hours=8)
    assert (await only(ticketing, path, "total_resolution"))["due_at"] == tuesday
    ticketing.clock.advance(days=5)  # as many as five days, less the two that are closed: three days' work
    await ticketing.run_job("sla_due")
    assert (await only(ticketing, path, "total_resolution"))["elapsed_seconds"] == 3 * 8 * HOUR
    ticketing.clock.stop_at(MONDAY + timedelta(days=8, hours=8))
    await ticketing.run_job("sla_due")
    assert "breached" not in names(await told(ticketing, "total_resolution"))
    ticketing.clock.advance(seconds=1)
    await ticketing.run_job("sla_due")
    breached = (await told(ticketing, "total_resolution"))[-1]
    assert (breached.type, breached.data["breached_at"]) == ("sla.breached.v1", tuesday)


@pytest.mark.parametrize("on_reopen", ["new_cycle", "resume"])
async def test_a_reply_to_what_a_bot_had_solved_counts_from_the_reopening(
    ticketing: ServiceUnderTest, on_reopen: str
) -> None:
    ticketing.clock.stop_at(MONDAY)
    await a_policy(ticketing, target("first_reply", 4 * HOUR), target("next_reply", 4 * HOUR), on_reopen=on_reopen)
    path = await a_ticket(ticketing)
    await replied(ticketing, path, author={"kind": "bot"})
    await moved(ticketing, path, "solved")
    ticketing.clock.advance(days=5)
    await wrote(ticketing, path)
    ticketing.clock.advance(hours=3)
    newest = (await clocks(ticketing, path, "first_reply"))[-1]
    assert (newest["state"], newest["elapsed_seconds"], newest["due_at"]) == (
        "running",
        3 * HOUR,
        later(days=5, hours=4),
    )
    await replied(ticketing, path)
    newest = (await clocks(ticketing, path, "first_reply"))[-1]
    assert (newest["verdict"], newest["fulfilled_at"]) == ("met", later(days=5, hours=3))
    assert await clocks(ticketing, path, "next_reply") == []


def test_another_policy_in_the_middle_keeps_what_has_elapsed() -> None:
    start = datetime(2027, 11, 15, 9, tzinfo=UTC)
    facts = [
        Fact(start, Kind.CREATED),
        Fact(start + timedelta(hours=3), Kind.RETARGETED, target=Target(4 * HOUR)),
        Fact(start + timedelta(hours=3, minutes=30), Kind.AGENT_REPLIED),
    ]
    [trail] = clock.replay("first_reply", Target(8 * HOUR), facts, facts[-1].at)
    assert [state.elapsed_seconds for state in trail] == [0, 3 * HOUR, 3 * HOUR + HOUR // 2]
    assert (trail[1].due_at, trail[2].verdict, trail[2].state) == (
        start + timedelta(hours=4),
        Verdict.MET,
        State.FULFILLED,
    )
