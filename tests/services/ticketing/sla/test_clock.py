"""The SLA clock: the specification's rules one by one, and any history against a minute-by-minute oracle."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from services.ticketing.sla import clock
from services.ticketing.sla.clock import ClockState, Fact, Kind, State, Target, Verdict, Watch
from shared import business_time
from shared.business_time import Calendar, Hours

HOUR = 3600
MINUTE = timedelta(minutes=1)
BASE = datetime(2026, 3, 25, tzinfo=UTC)  # a Wednesday; clocks change in Oslo on the Sunday
MORNING, AFTERNOON = Hours(540, 720), Hours(780, 1020)
OFFICE = Calendar("UTC", ((Hours(540, 1020),),) * 5 + ((), ()))
OSLO = Calendar("Europe/Oslo", ((MORNING, AFTERNOON),) * 5 + ((), ()), frozenset({datetime(2026, 3, 27).date()}))  # noqa: DTZ001 - a date
NIGHTS = Calendar("Asia/Kolkata", ((Hours(0, 360), Hours(1320, 1440)),) * 7)
CALENDARS: dict[str | None, Calendar | None] = {None: None, "office": OFFICE, "oslo": OSLO, "nights": NIGHTS}


def at(text: str) -> datetime:
    """An instant such as `Fri 16:30` in the week of 2026-11-16, or `Mon+ 09:30` in the next."""
    day, time = text.split()
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").index(day.rstrip("+")) + 7 * day.count("+")
    hour, minute = time.split(":")
    return datetime(2026, 11, 16, int(hour), int(minute), tzinfo=UTC) + timedelta(days=days)


def created(when: str, status: str | None = None) -> Fact:
    return Fact(at(when), Kind.CREATED, status)


def status(when: str, to: str) -> Fact:
    return Fact(at(when), Kind.STATUS_CHANGED, to)


def fact(when: str, kind: Kind, target: Target | None = None) -> Fact:
    return Fact(at(when), kind, target=target)


def replied(when: str) -> Fact:
    return fact(when, Kind.AGENT_REPLIED)


def wrote(when: str) -> Fact:
    return fact(when, Kind.CUSTOMER_WROTE)


def solved(when: str) -> Fact:
    return fact(when, Kind.SOLVED)


def cycles(metric: str, target: Target | None, facts: list[Fact], now: str) -> list[ClockState]:
    return [clock.as_of(trail[-1], at(now)) for trail in clock.replay(metric, target, facts, at(now))]


def only(metric: str, target: Target | None, facts: list[Fact], now: str) -> ClockState:
    (cycle,) = cycles(metric, target, facts, now)
    return cycle


ROUND_THE_CLOCK = Target(4 * HOUR)
DESK = Target(HOUR, OFFICE, frozenset({"pending"}))


# ── Due, met and breached ──


def test_an_hour_from_friday_half_past_four_is_due_on_monday() -> None:
    cycle = only("first_reply", DESK, [created("Fri 16:30")], "Fri 16:45")
    assert (cycle.state, cycle.verdict) == (State.RUNNING, Verdict.PENDING)
    assert (cycle.started_at, cycle.due_at) == (at("Fri 16:30"), at("Mon+ 09:30"))
    assert (cycle.elapsed_seconds, cycle.remaining_seconds) == (900, 2700)


@pytest.mark.parametrize(
    ("late_by", "verdict", "breached"),
    [(timedelta(0), Verdict.MET, False), (timedelta(microseconds=1), Verdict.BREACHED, True)],
)
def test_reached_exactly_at_due_is_met_and_a_microsecond_later_is_not(
    late_by: timedelta, verdict: Verdict, breached: bool
) -> None:
    due = at("Mon+ 09:30")
    facts = [created("Fri 16:30"), Fact(due + late_by, Kind.AGENT_REPLIED)]
    cycle = only("first_reply", DESK, facts, "Tue+ 09:00")
    assert (cycle.state, cycle.verdict) == (State.FULFILLED, verdict)
    assert cycle.breached_at == (due if breached else None)
    assert (cycle.fulfilled_at, cycle.elapsed_seconds) == (due + late_by, HOUR)


def test_reached_exactly_while_nobody_replied_is_still_pending() -> None:
    assert only("first_reply", DESK, [created("Fri 16:30")], "Mon+ 09:30").verdict is Verdict.PENDING
    assert only("first_reply", DESK, [created("Fri 16:30")], "Mon+ 09:31").verdict is Verdict.BREACHED


def test_due_at_closing_time_is_breached_by_a_reply_in_the_night() -> None:
    cycle = only("first_reply", DESK, [created("Fri 16:00"), replied("Sat 10:00")], "Mon+ 09:00")
    assert (cycle.verdict, cycle.breached_at) == (Verdict.BREACHED, at("Fri 17:00"))
    assert (cycle.elapsed_seconds, cycle.remaining_seconds) == (HOUR, 0)


def test_solved_late_is_breached_although_nobody_looked() -> None:
    facts = [created("Mon 08:00"), solved("Mon 12:01")]
    cycle = only("total_resolution", ROUND_THE_CLOCK, facts, "Fri 09:00")
    assert (cycle.verdict, cycle.breached_at) == (Verdict.BREACHED, at("Mon 12:00"))
    assert cycle.remaining_seconds == -60


def test_a_share_of_the_target_is_reached_in_business_time() -> None:
    running = only("first_reply", DESK, [created("Fri 16:30")], "Fri 16:30")
    assert clock.share_at(running, 0.5) == at("Fri 17:00")
    assert clock.share_at(running, 0.75) == at("Mon+ 09:15")
    assert clock.share_at(running, 1.5) == at("Mon+ 10:00")
    assert clock.share_at(clock.pause(running, at("Fri 16:40"), "pending"), 0.75) is None


def test_a_calendar_that_has_run_out_never_falls_due() -> None:
    spent = Calendar("UTC", ((),) * 7, exceptions={datetime(2020, 1, 1).date(): (MORNING,)})  # noqa: DTZ001 - a date
    cycle = only("first_reply", Target(HOUR, spent), [created("Mon 09:00")], "Fri 09:00")
    assert (cycle.state, cycle.due_at, cycle.verdict) == (State.RUNNING, None, Verdict.PENDING)
    assert clock.share_at(cycle, 0.75) is None


# ── What fulfils ──


def test_bots_and_customers_never_give_a_first_reply() -> None:
    facts = [created("Mon 09:00"), fact("Mon 09:01", Kind.BOT_REPLIED), wrote("Mon 09:02")]
    assert only("first_reply", DESK, facts, "Mon 09:30").state is State.RUNNING
    assert only("first_reply", DESK, [*facts, replied("Mon 09:20")], "Mon 09:30").fulfilled_at == at("Mon 09:20")


def test_the_first_reply_is_owed_once() -> None:
    facts = [created("Mon 09:00"), replied("Mon 09:10"), wrote("Mon 10:00"), replied("Mon 15:00")]
    assert only("first_reply", DESK, facts, "Fri 09:00").fulfilled_at == at("Mon 09:10")


def test_next_reply_runs_from_the_oldest_unanswered_message_one_cycle_a_segment() -> None:
    facts = [created("Mon 09:00"), wrote("Mon 09:00"), wrote("Mon 09:30"), replied("Mon 09:45")]
    facts += [wrote("Mon 11:00"), wrote("Mon 12:30"), replied("Mon 13:00"), replied("Mon 14:00")]
    first, second = cycles("next_reply", DESK, facts, "Tue 09:00")
    assert (first.cycle, first.started_at, first.elapsed_seconds) == (1, at("Mon 09:00"), 45 * 60)
    assert (second.cycle, second.started_at, second.breached_at) == (2, at("Mon 11:00"), at("Mon 12:00"))


def test_no_message_no_next_reply() -> None:
    assert cycles("next_reply", DESK, [created("Mon 09:00"), replied("Mon 09:10")], "Tue 09:00") == []


def test_solving_without_a_reply_cancels_the_reply_clocks() -> None:
    facts = [created("Mon 09:00"), wrote("Mon 09:00"), solved("Mon 09:20")]
    for metric in ("first_reply", "next_reply"):
        cycle = only(metric, DESK, facts, "Tue 09:00")
        assert (cycle.state, cycle.verdict, cycle.reason) == (State.CANCELLED, Verdict.PENDING, "solved")
        assert (cycle.elapsed_seconds, cycle.fulfilled_at) == (20 * 60, None)


def test_solving_without_a_reply_too_late_was_a_breach() -> None:
    cycle = only("first_reply", DESK, [created("Mon 09:00"), solved("Mon 11:00")], "Tue 09:00")
    assert (cycle.state, cycle.verdict, cycle.breached_at) == (State.CANCELLED, Verdict.BREACHED, at("Mon 10:00"))


def test_periodic_updates_run_from_reply_to_reply() -> None:
    facts = [created("Mon 09:00"), replied("Mon 09:30"), replied("Mon 10:00"), solved("Mon 10:30")]
    first, second = cycles("periodic_update", DESK, facts, "Tue 09:00")
    assert (first.state, first.started_at, first.fulfilled_at) == (
        State.FULFILLED,
        at("Mon 09:30"),
        at("Mon 10:00"),
    )
    assert (second.state, second.elapsed_seconds) == (State.CANCELLED, 30 * 60)


def test_a_cancelled_ticket_ends_every_clock() -> None:
    facts = [created("Mon 09:00"), fact("Mon 09:30", Kind.CANCELLED), wrote("Mon 10:00")]
    for metric in ("first_reply", "total_resolution", "agent_work"):
        assert only(metric, DESK, facts, "Tue 09:00").state is State.CANCELLED
    assert cycles("next_reply", DESK, facts, "Tue 09:00") == []


# ── Pauses ──


def test_a_pause_postpones_by_business_time() -> None:
    facts = [created("Fri 16:30"), status("Fri 16:45", "pending")]
    paused = only("first_reply", DESK, facts, "Sun 12:00")
    assert (paused.state, paused.due_at, paused.paused_at) == (State.PAUSED, None, at("Fri 16:45"))
    resumed = only("first_reply", DESK, [*facts, status("Mon+ 10:00", "open")], "Mon+ 10:00")
    assert (resumed.due_at, resumed.paused_at, resumed.elapsed_seconds) == (at("Mon+ 10:45"), None, 900)


def test_a_pause_from_friday_to_monday_morning_postpones_by_the_friday_only() -> None:
    facts = [created("Fri 16:30"), status("Fri 16:45", "pending"), status("Mon+ 08:00", "open")]
    assert only("first_reply", DESK, facts, "Mon+ 08:00").due_at == at("Mon+ 09:45")


@pytest.mark.parametrize(
    ("metric", "seconds"),
    [
        ("total_resolution", 8 * HOUR),  # pending and on_hold included, whatever the target says
        ("requester_wait", 6 * HOUR),  # new, open, on_hold
        ("agent_work", 3 * HOUR),  # new, open
        ("first_reply", 6 * HOUR),  # but the target's pause statuses
    ],
)
def test_each_metric_runs_in_its_statuses(metric: str, seconds: int) -> None:
    facts = [created("Mon 09:00"), status("Mon 10:00", "open"), status("Mon 11:00", "pending")]
    facts += [status("Mon 13:00", "on_hold"), status("Mon 16:00", "open")]
    assert only(metric, DESK, facts, "Tue 09:00").elapsed_seconds == seconds


def test_a_breach_in_time_is_no_breach_when_the_clock_stood_still() -> None:
    facts = [created("Mon 09:00"), status("Mon 10:00", "pending"), replied("Mon 16:00")]
    cycle = only("first_reply", DESK, facts, "Tue 09:00")  # paused exactly when the hour was full
    assert (cycle.verdict, cycle.elapsed_seconds, cycle.due_at) == (Verdict.MET, HOUR, None)


def test_merged_clocks_stand_still_and_an_unmerge_resumes_them() -> None:
    facts = [created("Mon 09:00"), fact("Mon 09:15", Kind.MERGED)]
    merged = only("total_resolution", DESK, facts, "Wed 09:00")
    assert (merged.state, merged.reason, merged.due_at) == (State.PAUSED, "merged", None)
    back = only("total_resolution", DESK, [*facts, fact("Wed 09:00", Kind.UNMERGED)], "Wed 09:00")
    assert (back.state, back.due_at) == (State.RUNNING, at("Wed 09:45"))


def test_an_unmerge_of_a_pending_ticket_leaves_its_reply_clock_paused() -> None:
    facts = [created("Mon 09:00"), status("Mon 09:15", "pending"), fact("Mon 09:30", Kind.MERGED)]
    facts += [fact("Mon 10:00", Kind.UNMERGED)]
    cycle = only("first_reply", DESK, facts, "Tue 09:00")
    assert (cycle.state, cycle.reason, cycle.paused_at) == (State.PAUSED, "pending", at("Mon 09:15"))


# ── Stop beats pause beats start ──


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(
    ("clashing", "state", "reason"),
    [
        ([wrote("Mon 10:00"), status("Mon 10:00", "pending")], State.PAUSED, "pending"),
        ([wrote("Mon 10:00"), replied("Mon 10:00")], State.FULFILLED, "agent_replied"),
        ([replied("Mon 10:00"), solved("Mon 10:00"), wrote("Mon 09:50")], State.FULFILLED, "agent_replied"),
        ([wrote("Mon 09:50"), status("Mon 10:00", "pending"), replied("Mon 10:00")], State.FULFILLED, "agent_replied"),
        ([wrote("Mon 10:00"), solved("Mon 10:00")], State.CANCELLED, "solved"),
        (
            [wrote("Mon 09:50"), fact("Mon 10:00", Kind.UNMERGED), fact("Mon 10:00", Kind.MERGED)],
            State.PAUSED,
            "merged",
        ),
    ],
)
def test_stop_beats_pause_beats_start(clashing: list[Fact], state: State, reason: str, backwards: bool) -> None:
    listed = list(reversed(clashing)) if backwards else clashing
    cycle = only("next_reply", DESK, [created("Mon 09:00", "open"), *listed], "Tue 09:00")
    assert (cycle.state, cycle.reason) == (state, reason)


def test_a_ticket_created_with_its_answer_has_met_its_first_reply() -> None:
    cycle = only("first_reply", DESK, [replied("Mon 09:00"), created("Mon 09:00")], "Tue 09:00")
    assert (cycle.verdict, cycle.elapsed_seconds) == (Verdict.MET, 0)


def test_a_reply_at_the_instant_of_a_stricter_policy_is_judged_by_the_old_one() -> None:
    facts = [created("Mon 09:00"), replied("Mon 09:50"), fact("Mon 09:50", Kind.RETARGETED, Target(60, OFFICE))]
    assert only("first_reply", DESK, facts, "Tue 09:00").verdict is Verdict.MET


# ── Reopening ──

REOPENED = [created("Mon 09:00"), solved("Mon 09:30"), status("Mon 15:00", "open")]


def test_a_reopening_begins_a_new_cycle_and_leaves_the_old_one() -> None:
    first, second = cycles("total_resolution", DESK, REOPENED, "Mon 15:20")
    assert (first.state, first.verdict, first.elapsed_seconds) == (State.FULFILLED, Verdict.MET, 30 * 60)
    assert (second.cycle, second.started_at, second.due_at) == (2, at("Mon 15:00"), at("Mon 16:00"))


def test_a_reopening_resumes_the_cycle_and_solved_time_is_not_counted() -> None:
    cycle = only("total_resolution", replace(DESK, on_reopen="resume"), REOPENED, "Mon 15:20")
    assert (cycle.cycle, cycle.state, cycle.verdict) == (1, State.RUNNING, Verdict.PENDING)
    assert (cycle.elapsed_seconds, cycle.due_at, cycle.fulfilled_at) == (50 * 60, at("Mon 15:30"), None)


def test_a_resumed_cycle_takes_the_target_of_now() -> None:
    resume = replace(DESK, on_reopen="resume")
    stricter, laxer = (replace(resume, seconds=seconds) for seconds in (600, 2 * HOUR))
    facts = [*REOPENED, fact("Mon 12:00", Kind.RETARGETED, laxer)]
    assert only("total_resolution", resume, facts, "Mon 15:20").due_at == at("Mon 16:30")
    facts = [*REOPENED, fact("Mon 12:00", Kind.RETARGETED, stricter)]
    assert only("total_resolution", resume, facts, "Mon 15:20").breached_at == at("Mon 15:00")


def test_a_reply_owed_before_the_solution_is_owed_after_the_reopening() -> None:
    assert [c.started_at for c in cycles("first_reply", DESK, REOPENED, "Mon 15:20")] == [
        at("Mon 09:00"),
        at("Mon 15:00"),
    ]
    resumed = only("first_reply", replace(DESK, on_reopen="resume"), REOPENED, "Mon 15:20")
    assert (resumed.state, resumed.elapsed_seconds) == (State.RUNNING, 50 * 60)


def test_a_message_that_reopens_begins_its_own_segment() -> None:
    facts = [created("Mon 09:00"), wrote("Mon 09:00"), replied("Mon 09:10"), solved("Mon 09:10")]
    facts += [wrote("Mon 15:00"), status("Mon 15:00", "open")]
    for on_reopen in ("new_cycle", "resume"):
        _, second = cycles("next_reply", replace(DESK, on_reopen=on_reopen), facts, "Mon 15:20")  # type: ignore[arg-type]
        assert (second.started_at, second.elapsed_seconds) == (at("Mon 15:00"), 20 * 60)


def test_what_was_answered_after_the_solution_is_not_resumed() -> None:
    facts = [created("Mon 09:00"), wrote("Mon 09:00"), solved("Mon 09:10"), replied("Mon 09:20")]
    facts += [wrote("Mon 15:00"), status("Mon 15:00", "open")]
    first, second = cycles("next_reply", replace(DESK, on_reopen="resume"), facts, "Mon 15:20")
    assert (first.state, second.elapsed_seconds) == (State.CANCELLED, 20 * 60)


# ── A change of policy or priority ──


def test_a_new_target_keeps_what_has_elapsed() -> None:
    longer = Target(2 * HOUR, OFFICE, policy_version=2)
    facts = [created("Mon 09:00"), fact("Mon 09:30", Kind.RETARGETED, longer)]
    cycle = only("first_reply", DESK, facts, "Mon 09:30")
    assert (cycle.elapsed_seconds, cycle.due_at, cycle.target) == (30 * 60, at("Mon 11:00"), longer)


def test_a_new_calendar_counts_from_its_change() -> None:
    facts = [created("Fri 16:30"), fact("Fri 18:00", Kind.RETARGETED, Target(HOUR))]
    assert only("first_reply", DESK, facts, "Fri 18:00").due_at == at("Fri 18:30")


def test_a_target_that_has_already_passed_is_breached_at_its_change() -> None:
    facts = [created("Mon 09:00"), fact("Mon 09:50", Kind.RETARGETED, Target(600, OFFICE))]
    cycle = only("first_reply", DESK, facts, "Mon 09:50")
    assert (cycle.verdict, cycle.breached_at, cycle.due_at) == (Verdict.BREACHED, at("Mon 09:50"), at("Mon 09:50"))
    assert cycle.remaining_seconds == -40 * 60


def test_a_longer_target_takes_no_breach_back() -> None:
    facts = [created("Mon 09:00"), fact("Mon 10:30", Kind.RETARGETED, Target(4 * HOUR, OFFICE))]
    cycle = only("first_reply", DESK, [*facts, replied("Mon 11:00")], "Tue 09:00")
    assert (cycle.verdict, cycle.breached_at) == (Verdict.BREACHED, at("Mon 10:00"))
    assert (cycle.due_at, cycle.remaining_seconds) == (at("Mon 10:00"), 2 * HOUR)


def test_a_fulfilled_clock_never_changes() -> None:
    facts = [created("Mon 09:00"), replied("Mon 09:30")]
    before = only("first_reply", DESK, facts, "Mon 09:40")
    facts += [fact("Mon 10:00", Kind.RETARGETED, Target(60)), status("Mon 11:00", "pending"), solved("Mon 12:00")]
    assert only("first_reply", DESK, facts, "Fri 09:00") == before


def test_a_policy_without_the_metric_cancels_and_one_with_it_promises_anew() -> None:
    facts = [created("Mon 09:00"), fact("Mon 09:30", Kind.RETARGETED, None)]
    assert only("first_reply", DESK, facts, "Mon 10:00").reason == "policy"
    _, second = cycles("first_reply", DESK, [*facts, fact("Mon 11:00", Kind.RETARGETED, DESK)], "Mon 11:30")
    assert (second.cycle, second.started_at, second.elapsed_seconds) == (2, at("Mon 11:00"), 30 * 60)


def test_a_solution_is_a_fact_of_its_own() -> None:
    with pytest.raises(ValueError, match="SOLVED"):
        status("Mon 09:00", "solved")


# ── Explain ──


def test_explains_what_counted_and_why_the_rest_did_not() -> None:
    facts = [created("Fri 16:00"), status("Fri 16:30", "pending"), status("Mon+ 09:30", "open")]
    facts += [solved("Mon+ 10:00"), status("Mon+ 15:00", "open")]
    target = replace(DESK, on_reopen="resume")
    (trail,) = clock.replay("first_reply", target, facts, at("Mon+ 17:30"))
    assert clock.explain(trail, at("Mon+ 17:30")) == [
        (at("Fri 16:00"), at("Fri 16:30"), True, 1800, "running"),
        (at("Fri 16:30"), at("Mon+ 09:30"), False, 65 * HOUR, "pending"),
        (at("Mon+ 09:30"), at("Mon+ 10:00"), True, 1800, "running"),
        (at("Mon+ 10:00"), at("Mon+ 15:00"), False, 5 * HOUR, "solved"),
        (at("Mon+ 15:00"), at("Mon+ 17:00"), True, 2 * HOUR, "running"),
        (at("Mon+ 17:00"), at("Mon+ 17:30"), False, 1800, "outside_hours"),
    ]


def test_fractions_of_seconds_add_up_over_the_parts() -> None:
    half = timedelta(milliseconds=600)
    start = at("Mon 09:00")
    facts = [Fact(start, Kind.CREATED)]
    for n in range(5):  # five stretches of 0.6 s each make 3 s, not 0
        facts.append(Fact(start + (2 * n + 1) * half, Kind.STATUS_CHANGED, "pending"))
        facts.append(Fact(start + (2 * n + 2) * half, Kind.STATUS_CHANGED, "open"))
    now = start + 10 * half
    (trail,) = clock.replay("first_reply", DESK, facts, now)
    parts = clock.explain(trail, now)
    assert sum(part.seconds for part in parts if part.counted) == clock.as_of(trail[-1], now).elapsed_seconds == 3


# ── Any history ──

REPLY_METRICS = ("first_reply", "next_reply", "periodic_update")
NOT_SOLVED = ("open", "pending", "on_hold")
TARGETS = st.builds(
    Target,
    seconds=st.integers(0, 20 * 60).map(lambda minutes: minutes * 60),
    calendar=st.sampled_from(list(CALENDARS.values())),
    pause_statuses=st.sampled_from([frozenset(), frozenset({"pending"}), frozenset({"pending", "on_hold"})]),
    on_reopen=st.sampled_from(["new_cycle", "resume"]),
)


@dataclass(frozen=True)
class History:
    metric: str
    target: Target | None
    facts: list[Fact]
    now: datetime  # at or after the last fact

    def seen(self, now: datetime) -> list[clock.Trail]:
        return clock.replay(self.metric, self.target, self.facts, now)


@st.composite
def histories(draw: st.DrawFn, unit: timedelta = MINUTE, **fixed: Any) -> History:
    """What can happen to a ticket in a few days, one thing at a time; every instant a multiple of `unit`."""
    most = timedelta(hours=20) // unit

    def later(since: datetime) -> datetime:
        return since + unit * draw(st.integers(1, most))

    facts = [Fact(BASE + unit * draw(st.integers(0, most)), Kind.CREATED, draw(st.sampled_from(["new", "open"])))]
    now, stands = later(facts[0].at), "new"
    for _ in range(draw(st.integers(0, 8))):
        kind, to = draw(st.sampled_from(possible(stands)))
        target = draw(st.none() | TARGETS) if kind is Kind.RETARGETED else None
        facts.append(Fact(now, kind, to, target))
        stands = {Kind.MERGED: "merged", Kind.UNMERGED: "new", Kind.SOLVED: "solved"}.get(kind, to or stands)
        now = later(now)
    metric = draw(st.sampled_from(list(clock.METRICS)))
    target = draw(st.builds(replace, TARGETS, **{k: st.just(v) for k, v in fixed.items()}))
    return History(metric, target, facts, now)


def possible(stands: str) -> list[tuple[Kind, str | None]]:
    anywhere: list[tuple[Kind, str | None]] = [(Kind.RETARGETED, None)]
    if stands == "merged":
        return [*anywhere, (Kind.UNMERGED, None)]
    anywhere += [(Kind.CUSTOMER_WROTE, None), (Kind.AGENT_REPLIED, None), (Kind.BOT_REPLIED, None)]
    if stands == "solved":
        return [*anywhere, (Kind.STATUS_CHANGED, "open")]
    moves: list[tuple[Kind, str | None]] = [(Kind.STATUS_CHANGED, to) for to in NOT_SOLVED]
    return [*anywhere, *moves, (Kind.SOLVED, None), (Kind.MERGED, None)]


SPAN = 60 * 1440  # minutes that the oracle can look ahead


def open_minutes(desk: Calendar) -> list[bool]:
    """Read off a clock on the desk's wall, minute by minute."""
    zone = ZoneInfo(desk.timezone)
    minutes = []
    for n in range(SPAN):
        local = (BASE + n * MINUTE).astimezone(zone)
        hours = () if local.date() in desk.holidays else desk.week[local.weekday()]
        minutes.append(any(opens <= local.hour * 60 + local.minute < closes for opens, closes in hours))
    return minutes


OPEN = {desk: open_minutes(desk) for desk in (OFFICE, OSLO, NIGHTS)} | {None: [True] * SPAN}


@dataclass
class Slow:
    """One cycle as somebody with a stopwatch keeps it, in minutes since BASE."""

    started: int
    target: Target
    elapsed: int = 0
    state: str = "running"
    reached: int | None = None  # when the stopwatch showed the target, while it runs
    breached: int | None = None
    paused: int | None = None
    ended: int | None = None
    by: str = ""

    def tick(self, now: int) -> None:
        if self.state == "running" and self.reached is not None and self.reached < now and self.breached is None:
            self.breached = self.reached

    def look(self, now: int) -> None:
        if self.state == "running" and self.breached is not None:
            self.reached = self.breached
        elif self.state == "running" and self.reached is None and self.elapsed * 60 >= self.target.seconds:
            self.reached = now

    def promise(self, now: int, target: Target) -> None:
        self.target, self.reached = target, None
        if self.elapsed * 60 > target.seconds and self.breached is None:
            self.breached = now

    def set(self, now: int, stands: bool) -> None:
        if stands and self.state == "running":
            self.state, self.paused, self.reached = "paused", now, None
        elif not stands and self.state != "running":
            self.state, self.paused, self.ended = "running", None, None

    def end(self, now: int, state: str, by: str) -> None:
        self.state, self.paused, self.ended, self.by = state, None, now, by


class Stopwatch:
    """The specification, minute by minute: slow, plain, and sharing no code with the clock."""

    def __init__(self, history: History) -> None:
        self.metric, self.target = history.metric, history.target
        self.status, self.merged, self.owed = "", False, False
        self.cycles: list[Slow] = []
        facts = {(fact.at - BASE) // MINUTE: fact for fact in history.facts}
        now = (history.now - BASE) // MINUTE
        for minute in range(min(facts), now + 1):
            self.pass_minute(minute, facts.get(minute), count=minute < now)
        self.due = self.look_ahead(now)

    def pass_minute(self, minute: int, fact: Fact | None, count: bool) -> None:
        for cycle in self.cycles[-1:]:
            cycle.tick(minute)
        if fact is not None:
            self.hear(minute, fact)
        for cycle in self.cycles[-1:]:
            cycle.look(minute)
            if count and cycle.state == "running":
                cycle.elapsed += OPEN[cycle.target.calendar][minute]

    def hear(self, minute: int, fact: Fact) -> None:
        last = self.cycles[-1] if self.cycles else None
        is_open = last is not None and last.ended is None
        if fact.kind is Kind.AGENT_REPLIED and self.metric in REPLY_METRICS:
            self.owed = self.metric == "periodic_update"
            if last and is_open:
                last.end(minute, "fulfilled", "reply")
            elif last:
                last.by = "reply"
        if fact.kind is Kind.SOLVED:
            if last and is_open:
                last.end(minute, "cancelled" if self.metric in REPLY_METRICS else "fulfilled", "solution")
            self.status = "solved"
        if fact.kind is (Kind.CUSTOMER_WROTE if self.metric == "next_reply" else Kind.CREATED):
            self.owed = self.owed or self.metric != "periodic_update"
        self.status = fact.status or self.status
        self.merged = fact.kind is Kind.MERGED or (self.merged and fact.kind is not Kind.UNMERGED)
        if fact.kind is Kind.RETARGETED:
            self.target = fact.target
            if last and is_open and self.target is None:
                last.end(minute, "cancelled", "policy")
            elif last and is_open and self.target is not None:
                last.promise(minute, self.target)
        if self.owed and self.target is not None and self.status != "solved":
            self.keep_open(minute, self.target)

    def keep_open(self, minute: int, target: Target) -> None:
        last = self.cycles[-1] if self.cycles else None
        if last is None or last.ended is not None:
            if last and last.by == "solution" and target.on_reopen == "resume":
                last.set(minute, False)
                last.promise(minute, target)
            else:
                self.cycles.append(Slow(minute, target))
        self.cycles[-1].set(minute, self.stands_still(target))

    def stands_still(self, target: Target) -> bool:
        pausing = {
            "requester_wait": {"pending"},
            "agent_work": {"pending", "on_hold"},
            "total_resolution": set[str](),
        }.get(self.metric, set(target.pause_statuses))
        return self.merged or self.status in pausing

    def look_ahead(self, now: int) -> int | None:
        """When the open cycle would be due if nothing more happened."""
        if not self.cycles or self.cycles[-1].state != "running":
            return None
        cycle = replace(self.cycles[-1])
        for minute in range(now, SPAN):
            cycle.look(minute)
            if cycle.reached is not None:
                return cycle.reached
            cycle.elapsed += OPEN[cycle.target.calendar][minute]
        raise AssertionError("the oracle looks too few minutes ahead")


def instant(minute: int | None) -> datetime | None:
    return None if minute is None else BASE + minute * MINUTE


PROPERTY = settings(deadline=None, max_examples=200)


@settings(deadline=None, max_examples=600)
@given(histories())
def test_agrees_with_a_stopwatch(history: History) -> None:
    expected = Stopwatch(history)
    found = [clock.as_of(trail[-1], history.now) for trail in history.seen(history.now)]
    assert [(c.started_at, c.state.value, c.elapsed_seconds, c.target, c.breached_at, c.paused_at) for c in found] == [
        (instant(s.started), s.state, s.elapsed * 60, s.target, instant(s.breached), instant(s.paused))
        for s in expected.cycles
    ]
    assert [c.cycle for c in found] == list(range(1, len(found) + 1))
    for cycle, slow in zip(found, expected.cycles, strict=True):
        assert cycle.fulfilled_at == (instant(slow.ended) if slow.state == "fulfilled" else None)
        judged = Verdict.MET if slow.state == "fulfilled" else Verdict.PENDING
        assert cycle.verdict is (judged if slow.breached is None else Verdict.BREACHED)
        if cycle.open:
            assert cycle.due_at == instant(expected.due)


MICROSECOND = timedelta(microseconds=1)


@PROPERTY
@given(histories(MICROSECOND), st.integers(0, 10**12))
def test_explain_partitions_the_time_and_sums_to_what_elapsed(history: History, later: int) -> None:
    now = history.now + later * MICROSECOND
    for trail in history.seen(now):
        cycle, parts = clock.as_of(trail[-1], now), clock.explain(trail, now)
        assert sum(part.seconds for part in parts if part.counted) == cycle.elapsed_seconds
        ends = [cycle.started_at, *(part.end for part in parts)]
        assert [part.start for part in parts] == ends[:-1]
        assert ends[-1] == (now if cycle.open else cycle.since)
        assert all(part.start < part.end for part in parts)
        others = [part for part in parts if not part.counted]
        uncounted = sum((part.end - part.start for part in others), timedelta())
        assert sum(part.seconds for part in others) == uncounted // business_time.SECOND


@PROPERTY
@given(histories(MICROSECOND), st.lists(st.integers(0, 10**12), min_size=2, max_size=4).map(sorted))
def test_a_late_look_finds_the_same_breach(history: History, looks: list[int]) -> None:
    nows = [fact.at for fact in history.facts] + [history.now + look * MICROSECOND for look in looks]
    known: dict[int, datetime] = {}
    for now in nows:
        for trail in history.seen(now):
            cycle = clock.as_of(trail[-1], now)
            if cycle.cycle in known:
                assert cycle.breached_at == known[cycle.cycle]
            if cycle.breached_at is not None:
                assert cycle.breached_at <= now
                known[cycle.cycle] = cycle.breached_at


@PROPERTY
@given(histories(MICROSECOND, on_reopen="new_cycle"))
def test_fulfilled_clocks_never_change(history: History) -> None:
    facts = [fact for fact in history.facts if fact.target is None or fact.target.on_reopen == "new_cycle"]
    plain = replace(history, facts=facts)
    done: dict[int, ClockState] = {}
    for now in [fact.at for fact in facts] + [history.now]:
        cycles_now = {trail[-1].cycle: clock.as_of(trail[-1], now) for trail in plain.seen(now)}
        assert {n: cycles_now[n] for n in done} == done
        done |= {n: cycle for n, cycle in cycles_now.items() if cycle.state is State.FULFILLED}


def stored(state: ClockState) -> dict[str, Any]:
    """The state as columns of a row."""
    named = next(name for name, desk in CALENDARS.items() if desk == state.target.calendar)
    columns = {key: value for key, value in vars(state).items() if key not in ("target", "elapsed")}
    terms = vars(state.target) | {"calendar": named, "pause_statuses": sorted(state.target.pause_statuses)}
    return columns | {"terms": terms, "elapsed_micros": state.elapsed // MICROSECOND, "state": state.state.value}


def loaded(row: dict[str, Any]) -> ClockState:
    terms = row["terms"]
    target = Target(
        **terms | {"calendar": CALENDARS[terms["calendar"]], "pause_statuses": frozenset(terms["pause_statuses"])}
    )
    columns = {key: value for key, value in row.items() if key not in ("terms", "elapsed_micros")}
    elapsed = row["elapsed_micros"] * MICROSECOND
    return ClockState(**columns | {"target": target, "elapsed": elapsed, "state": State(row["state"])})


def row_by_row(history: History, sweeps: list[bool]) -> Iterator[dict[str, Any]]:
    """What the service does: load the newest row, step, save; and a sweeper that at times saves what it saw."""
    watch, rows = Watch(history.metric, history.target), dict[int, dict[str, Any]]()
    for fact, sweep in zip(history.facts, sweeps, strict=False):
        newest = (loaded(rows[max(rows)]),) if rows else ()
        if sweep:
            newest = tuple(clock.as_of(state, fact.at) for state in newest)
        watch = clock.step(replace(watch, clocks=newest), fact)
        rows |= {state.cycle: stored(state) for state in watch.clocks}
    yield from rows.values()


@PROPERTY
@given(histories(MICROSECOND), st.lists(st.booleans(), min_size=9, max_size=9))
def test_rows_kept_step_by_step_equal_the_history(history: History, sweeps: list[bool]) -> None:
    rows = [clock.as_of(loaded(row), history.now) for row in row_by_row(history, sweeps)]
    assert rows == [clock.as_of(trail[-1], history.now) for trail in history.seen(history.now)]


@PROPERTY
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_an_instant_is_listed_does_not_matter(history: History, shuffle: Any) -> None:
    """Facts of distinct kinds, squeezed into a few instants."""
    squeezed = [replace(fact, at=BASE + timedelta(hours=n // 3)) for n, fact in enumerate(history.facts)]
    assume(len({(fact.at, fact.kind) for fact in squeezed}) == len(squeezed))
    shuffled = list(squeezed)
    shuffle.shuffle(shuffled)
    assert replace(history, facts=shuffled).seen(history.now) == replace(history, facts=squeezed).seen(history.now)


@PROPERTY
@given(TARGETS, st.lists(st.integers(0, 3 * 86400 * 10**6), min_size=3, max_size=3).map(sorted))
def test_a_pause_postpones_the_due_instant_by_its_business_time(target: Target, micros: list[int]) -> None:
    started, paused, resumed = (BASE + n * MICROSECOND for n in micros)
    running = clock.start("first_reply", 1, target, started)
    assert running.due_at is not None
    assume(paused <= running.due_at)
    after = clock.resume(clock.pause(running, paused, "pending"), resumed, "open")
    assert after.due_at is not None
    assert after.due_at >= running.due_at
    pause = business_time.measure(target.calendar, paused, resumed)
    whole = business_time.measure(target.calendar, started, after.due_at)
    assert whole == timedelta(seconds=target.seconds) + pause


@PROPERTY
@given(TARGETS, st.lists(st.integers(0, 10**11), min_size=1, max_size=6).map(sorted))
def test_looking_changes_nothing(target: Target, looks: list[int]) -> None:
    seen = unseen = clock.start("total_resolution", 1, target, BASE)
    for look in looks:
        seen = clock.as_of(seen, BASE + look * MICROSECOND)
    assert seen == clock.as_of(unseen, BASE + looks[-1] * MICROSECOND)
    for earlier, later in pairwise(looks):
        first, second = (clock.as_of(unseen, BASE + look * MICROSECOND) for look in (earlier, later))
        assert first.elapsed <= second.elapsed
        assert first.due_at == second.due_at == unseen.due_at
