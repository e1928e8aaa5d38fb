"""The SLA clock: the specification's rules one by one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from services.ticketing.sla import clock, explaining
from services.ticketing.sla.clock import ClockState, Fact, Kind, State, Target, Verdict
from shared.business_time import Calendar
from tests.services.ticketing.sla.desks import MORNING, OFFICE

HOUR = 3600


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
        _, second = cycles("next_reply", replace(DESK, on_reopen=on_reopen), facts, "Mon 15:20")
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
    assert explaining.explain(trail, at("Mon+ 17:30")) == [
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
    parts = explaining.explain(trail, now)
    assert sum(part.seconds for part in parts if part.counted) == clock.as_of(trail[-1], now).elapsed_seconds == 3
