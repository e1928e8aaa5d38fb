"""The SLA clock: any history, against a minute-by-minute oracle and against the rows that keep it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from services.ticketing.sla import clock, explaining
from services.ticketing.sla.clock import ClockState, Fact, Kind, State, Target, Verdict, Watch
from services.ticketing.sla.models import SlaClock, columns
from services.ticketing.sla.promises import Promise
from shared import business_time
from shared.business_time import Calendar
from shared.ids import uuid7
from tests.services.ticketing.sla.desks import BASE, MINUTE, NIGHTS, OFFICE, OSLO

REPLY_METRICS = ("first_reply", "next_reply", "periodic_update")
NOT_SOLVED = ("open", "pending", "on_hold")
DESKS = {uuid7(): desk for desk in (OFFICE, OSLO, NIGHTS)}
TARGETS = st.builds(
    lambda desk, **terms: Promise(calendar=desk and desk[1], calendar_id=desk and desk[0], **terms),
    desk=st.none() | st.sampled_from(list(DESKS.items())),
    seconds=st.integers(0, 20 * 60).map(lambda minutes: minutes * 60),
    pause_statuses=st.sampled_from([frozenset(), frozenset({"pending"}), frozenset({"pending", "on_hold"})]),
    on_reopen=st.sampled_from(["new_cycle", "resume"]),
    policy_id=st.just(str(uuid7())),
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
def histories(draw: st.DrawFn, /, unit: timedelta = MINUTE, **fixed: Any) -> History:
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
        cycle, parts = clock.as_of(trail[-1], now), explaining.explain(trail, now)
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


def stored(state: ClockState) -> SlaClock:
    """The state as a row keeps it."""
    return SlaClock(ticket_id=uuid7(), trace_id=uuid7(), **columns(state))


def loaded(row: SlaClock) -> ClockState:
    return row.standing(None if row.calendar_id is None else DESKS[row.calendar_id])


def row_by_row(history: History, sweeps: list[bool]) -> Iterator[SlaClock]:
    """What the service does: load the newest row, step, save; and a sweeper that at times saves what it saw."""
    watch, rows = Watch(history.metric, history.target), dict[int, SlaClock]()
    for fact, sweep in zip(history.facts, sweeps, strict=False):
        newest: tuple[ClockState, ...] = (loaded(rows[max(rows)]),) if rows else ()
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
