"""The SLA clock: a pure function of (calendar, policy version's target, facts); spec/ticketing.md §2.

Two forms, one rule. A row of table sla_clock is a `ClockState`; `start`, `pause`, `resume`, `fulfil`,
`cancel`, `reopen` and `retarget` each return its next state. `step` decides which of them a fact asks for;
`replay` is `step` over a ticket's whole history: so what is explained is what was stored.

What the specification leaves open, decided here:
- A breach is final: due_at stays at breached_at (null while paused), and no longer target takes it back.
  Where a new target is shorter than what has elapsed, the clock is breached at the change, not before it.
- A ticket that is solved without a reply ends its reply clocks as cancelled: breached if they were late, else
  never judged.
- on_reopen `resume` reopens the cycle that the solution ended, fulfilled or cancelled, if a reply or solution
  is still owed; `new_cycle` leaves it be and starts the next.
- A target that a later policy adds is promised, and counts, from that change.
- Facts of one instant apply in the order of `Kind`, in whatever order they are listed: so stop beats pause
  beats start. A fact dated before the clock's last change counts from that change.
- Where ten years of a calendar never hold the target, due_at is null and nothing breaches.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, TypeVar

from services.ticketing.sla.terms import (
    ACTIVE,
    AGENT_REPLIED,
    CANCELLED,
    CREATED,
    ENDED,
    FULFILLED,
    MERGED,
    METRICS,
    NOTHING,
    ORDER,
    PAUSED,
    RETARGETED,
    RUNNING,
    SOLVED,
    STATUS_CHANGED,
    UNMERGED,
    WORDS,
    Fact,
    Kind,
    Metric,
    State,
    Target,
    Verdict,
)
from shared import business_time
from shared.business_time import SECOND


@dataclass(frozen=True)
class ClockState:
    """One cycle of one metric's clock, as its row stores it.

    `elapsed` is exact (microseconds) and counted up to `since`, when the present state and reason began.
    `reason` says why it is in its state: a fact's kind, a status, `merged`, `reopened`, `policy`.
    """

    metric: str
    cycle: int
    target: Target
    state: State
    reason: str
    started_at: datetime
    since: datetime
    elapsed: timedelta = NOTHING
    due_at: datetime | None = None  # null while paused; an ended clock keeps its last
    paused_at: datetime | None = None
    breached_at: datetime | None = None  # as far as known at `since`; `as_of` knows later

    @property
    def open(self) -> bool:
        """Whether it runs or may run again without a reopening."""
        return self.state is RUNNING or self.state is PAUSED

    @property
    def verdict(self) -> Verdict:
        """Whether the promise held, as far as counted."""
        if self.breached_at is not None:
            return Verdict.BREACHED
        return Verdict.MET if self.state is FULFILLED else Verdict.PENDING

    @property
    def elapsed_seconds(self) -> int:
        """Whole business seconds, floored."""
        return self.elapsed // SECOND

    @property
    def remaining_seconds(self) -> int:
        """Target − elapsed: below zero once overdue by a second."""
        return self.target.seconds - self.elapsed_seconds

    @property
    def fulfilled_at(self) -> datetime | None:
        """When its promise was kept, in time or late."""
        return self.since if self.state is FULFILLED else None


T = TypeVar("T")


def _with(thing: T, **changes: Any) -> T:
    """A copy of a frozen dataclass with other values: `dataclasses.replace` in a fifth of the time."""
    made = object.__new__(type(thing))
    object.__setattr__(made, "__dict__", thing.__dict__ | changes)
    return made


_BLANK = ClockState("", 0, Target(1), RUNNING, "", datetime.min, datetime.min)  # noqa: DTZ901 - replaced


def start(metric: str, cycle: int, target: Target, at: datetime, reason: str = "created") -> ClockState:
    """A new cycle that runs from `at`; its first cycle is 1."""
    clock = _with(_BLANK, metric=metric, cycle=cycle, target=target, reason=reason, started_at=at, since=at)
    clock.__dict__["due_at"] = _reaches(clock, at, target.seconds * SECOND)  # nobody else has it yet
    return clock


def pause(clock: ClockState, at: datetime, reason: str) -> ClockState:
    """Stops counting; a paused clock only takes the new reason, an ended one stays as it is."""
    if not clock.open or (clock.state is PAUSED and clock.reason == reason):
        return clock
    counted = _counted(clock, at)
    paused_at = clock.paused_at or counted["since"]
    return _with(clock, **counted, state=PAUSED, reason=reason, due_at=None, paused_at=paused_at)


def resume(clock: ClockState, at: datetime, reason: str) -> ClockState:
    """A paused clock counts on; any other stays as it is."""
    return _run(clock, at, reason) if clock.state is PAUSED else clock


def fulfil(clock: ClockState, at: datetime, reason: str) -> ClockState:
    """Ends an open clock with its promise kept, in time or late."""
    return _end(clock, at, FULFILLED, reason)


def cancel(clock: ClockState, at: datetime, reason: str) -> ClockState:
    """Ends an open clock with its promise not kept, and no longer asked for."""
    return _end(clock, at, CANCELLED, reason)


def reopen(clock: ClockState, at: datetime, reason: str) -> ClockState:
    """An ended clock counts on, and the time since its end is not counted."""
    return clock if clock.open else _run(clock, at, reason)


def retarget(clock: ClockState, at: datetime, target: Target) -> ClockState:
    """An open clock takes another target and keeps what has elapsed; an ended one never changes."""
    if not clock.open:
        return clock
    clock = _with(as_of(clock, at), target=target)
    if clock.elapsed > target.seconds * SECOND:
        clock = _with(clock, breached_at=clock.breached_at or clock.since)
    return _run(clock, at, clock.reason) if clock.state is RUNNING else clock


def follow(clock: ClockState, at: datetime, status: str, merged: bool, reason: str) -> ClockState:
    """Pauses or resumes an open clock, as the ticket's status and merge ask; `reason` is the resumption's."""
    pausing = pause_reason(clock.metric, clock.target, status, merged)
    return pause(clock, at, pausing) if pausing else resume(clock, at, reason)


def pause_reason(metric: str, target: Target, status: str, merged: bool) -> str | None:
    """Why such a clock stands still: `merged`, the status that pauses it, or None when it runs."""
    if merged:
        return "merged"
    rule = METRICS[metric]
    stands = status not in rule.runs_in or (rule.pausable and status in target.pause_statuses)
    return status if stands else None


def as_of(clock: ClockState, at: datetime) -> ClockState:
    """The clock counted up to `at`, whoever looked before, or nobody: what `GET /{id}/sla` shows."""
    return _with(clock, **_counted(clock, at)) if clock.open else clock


def _counted(clock: ClockState, at: datetime) -> dict[str, Any]:
    """What counting up to `at` changes of an open clock."""
    at = at if at > clock.since else clock.since
    if clock.state is not RUNNING:
        return {"since": at}
    counted = business_time.measure(clock.target.calendar, clock.since, at)
    late = clock.due_at is not None and at > clock.due_at  # reached exactly at due_at = met
    breached_at = clock.breached_at or (clock.due_at if late else None)
    return {"since": at, "elapsed": clock.elapsed + counted, "breached_at": breached_at}


def share_at(clock: ClockState, share: float) -> datetime | None:
    """When a running clock reaches a share of its target, 1.2 being 20 % over; None while it does not run.

    A share that was reached before `since` answers `since`.
    """
    if clock.state is not RUNNING:
        return None
    return _reaches(clock, clock.since, clock.target.seconds * SECOND * share)


def _run(clock: ClockState, at: datetime, reason: str) -> ClockState:
    at = at if at > clock.since else clock.since
    due_at = clock.breached_at or _reaches(clock, at, clock.target.seconds * SECOND)
    return _with(clock, state=RUNNING, reason=reason, since=at, paused_at=None, due_at=due_at)


def _reaches(clock: ClockState, since: datetime, amount: timedelta) -> datetime | None:
    """When so much has elapsed if it runs from `since`."""
    try:
        return business_time.advance(clock.target.calendar, since, max(amount - clock.elapsed, NOTHING))
    except business_time.NoBusinessTime:
        return None


def _end(clock: ClockState, at: datetime, state: State, reason: str) -> ClockState:
    return _with(clock, **_counted(clock, at), state=state, reason=reason, paused_at=None) if clock.open else clock


@dataclass(frozen=True)
class Watch:
    """One metric of one ticket, with its cycles from the first; the newest alone will do for `step`."""

    metric: str
    target: Target | None
    status: str = "new"
    merged: bool = False
    owed: bool = False  # a reply or the solution is
    clocks: tuple[ClockState, ...] = ()

    @property
    def newest(self) -> ClockState | None:
        """The latest cycle; only this one can be open."""
        return self.clocks[-1] if self.clocks else None


def step(watch: Watch, fact: Fact) -> Watch:
    """What the fact makes of the ticket's clocks; write back those that differ."""
    rule, kind = METRICS[watch.metric], fact.kind
    if kind in WORDS and kind is not rule.owed_from and kind is not rule.fulfilled_by:
        return watch  # most of a long history
    last = watch.newest
    ended = _fulfil(last, fact) if last is not None and kind is rule.fulfilled_by else last
    heard = _heard(watch, rule, fact)
    after = _with(watch, **heard) if heard else watch
    clock = _reconciled(after, ended, fact)
    if clock is last:
        return after
    others = watch.clocks if last is ended else (*watch.clocks[:-1], ended)
    if ended is not None and clock is not None and ended.cycle == clock.cycle:
        others = others[:-1]
    if after is watch:
        return _with(watch, clocks=(*others, clock))
    after.__dict__["clocks"] = (*others, clock)  # nobody else has it yet
    return after


def _fulfil(clock: ClockState, fact: Fact) -> ClockState:
    if clock.reason == "solved":  # answered after all: a reopening resumes it no more
        return _with(clock, reason=fact.kind._value_)
    return fulfil(clock, fact.at, fact.kind._value_)


def _heard(watch: Watch, rule: Metric, fact: Fact) -> dict[str, Any]:
    """What a fact changes of what is known of the ticket."""
    kind = fact.kind
    heard: dict[str, Any] = {}
    if kind is rule.owed_from:
        if not watch.owed:
            heard["owed"] = True
    elif watch.owed and kind is AGENT_REPLIED and rule.fulfilled_by is kind:
        heard["owed"] = False
    if kind is STATUS_CHANGED or kind is CREATED:
        heard["status"] = fact.status or watch.status
    elif kind is SOLVED or kind is ENDED:
        heard["status"] = kind._value_
    elif kind is MERGED or kind is UNMERGED:
        heard["merged"] = kind is MERGED
    elif kind is RETARGETED:
        heard["target"] = fact.target
    return heard


def _reconciled(watch: Watch, clock: ClockState | None, fact: Fact) -> ClockState | None:
    """An open clock wherever something is owed, promised and unsolved, and nowhere else. clock: the newest cycle."""
    if watch.target is None or not watch.owed or watch.status not in ACTIVE:
        ending = "policy" if watch.target is None else watch.status
        return cancel(clock, fact.at, ending) if clock else None
    cause = fact.status or fact.kind._value_
    if clock is None or not clock.open:
        clock = _begin(watch, clock, watch.target, fact.at, cause)
    elif fact.kind is RETARGETED:
        clock = retarget(clock, fact.at, watch.target)
    return follow(clock, fact.at, watch.status, watch.merged, cause)


def _begin(watch: Watch, last: ClockState | None, target: Target, at: datetime, cause: str) -> ClockState:
    if last is None or last.reason != "solved":
        return start(watch.metric, last.cycle + 1 if last else 1, target, at, cause)
    if target.on_reopen == "resume":
        return retarget(reopen(last, at, "reopened"), at, target)
    return start(watch.metric, last.cycle + 1, target, at, "reopened")


Trail = tuple[ClockState, ...]  # the states of one cycle, oldest first


def replay(metric: str, target: Target | None, facts: Iterable[Fact], now: datetime) -> list[Trail]:
    """Every cycle of a metric, from the ticket's facts up to `now`; `target` is the one at its creation."""
    watch, trails = Watch(metric, target), list[list[ClockState]]()
    for fact in in_order(facts):
        if fact.at > now:
            break
        watch = advanced(watch, fact, trails)
    return [tuple(trail) for trail in trails]


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Facts as they apply: by time, and those of one instant in the order of `Kind`."""
    listed = list(facts)
    for earlier, later in pairwise(listed):
        if earlier.at >= later.at:
            return sorted(listed, key=lambda fact: (fact.at, ORDER[fact.kind]))
    return listed  # as they mostly are


def advanced(watch: Watch, fact: Fact, trails: list[list[ClockState]]) -> Watch:
    """A step that keeps of the cycles only the newest, and writes every new state into its cycle's trail."""
    after = step(watch, fact)
    if after is watch:
        return watch
    for clock in after.clocks:
        if clock.cycle > len(trails):
            trails.append([clock])
        else:
            trail = trails[clock.cycle - 1]
            last = trail[-1]
            if last is not clock and (last.since != clock.since or last != clock):
                trail.append(clock)
    if len(after.clocks) > 1:
        after.__dict__["clocks"] = after.clocks[-1:]  # nobody else has it yet
    return after


__all__ = [
    "ACTIVE",
    "METRICS",
    "NOTHING",
    "WORDS",
    "ClockState",
    "Fact",
    "Kind",
    "Metric",
    "State",
    "Target",
    "Trail",
    "Verdict",
    "Watch",
    "advanced",
    "as_of",
    "cancel",
    "follow",
    "fulfil",
    "in_order",
    "pause",
    "pause_reason",
    "reopen",
    "replay",
    "resume",
    "retarget",
    "share_at",
    "start",
    "step",
]
