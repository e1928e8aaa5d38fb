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
from enum import StrEnum
from typing import Any, Literal, TypeVar

from shared import business_time
from shared.business_time import SECOND, Calendar

ACTIVE = frozenset({"new", "open", "pending", "on_hold"})
NOTHING = timedelta()


class State(StrEnum):
    """What a clock does."""

    RUNNING = "running"
    PAUSED = "paused"
    FULFILLED = "fulfilled"
    CANCELLED = "cancelled"


class Verdict(StrEnum):
    """Whether the promise held. A clock that was cancelled in time stays pending."""

    PENDING = "pending"
    MET = "met"
    BREACHED = "breached"


class Kind(StrEnum):
    """What can happen to a ticket, as far as clocks care; facts of one instant apply in this order."""

    CREATED = "created"
    BOT_REPLIED = "bot_replied"  # or an auto-acknowledgement: never counts
    CUSTOMER_WROTE = "customer_wrote"  # in public; the opening message too
    UNMERGED = "unmerged"
    STATUS_CHANGED = "status_changed"  # to any but solved; from solved to an active one reopens
    MERGED = "merged"
    AGENT_REPLIED = "agent_replied"  # in public, by a human; a SOLVED before it would cancel what it fulfils
    SOLVED = "solved"
    CANCELLED = "cancelled"
    RETARGETED = "retargeted"  # the policy, its version, its calendar or the priority changed: from here on


_ORDER = {kind: place for place, kind in enumerate(Kind)}


WORDS = (Kind.BOT_REPLIED, Kind.CUSTOMER_WROTE, Kind.AGENT_REPLIED)


@dataclass(frozen=True)
class Metric:
    """What is owed from when, in which statuses its clock runs, and what fulfils it."""

    owed_from: Kind
    fulfilled_by: Literal[Kind.AGENT_REPLIED, Kind.SOLVED]
    runs_in: frozenset[str] = ACTIVE
    pausable: bool = False  # whether the target's pause statuses are honoured


METRICS = {
    "first_reply": Metric(Kind.CREATED, Kind.AGENT_REPLIED, pausable=True),
    "next_reply": Metric(Kind.CUSTOMER_WROTE, Kind.AGENT_REPLIED, pausable=True),
    "requester_wait": Metric(Kind.CREATED, Kind.SOLVED, ACTIVE - {"pending"}),
    "agent_work": Metric(Kind.CREATED, Kind.SOLVED, ACTIVE - {"pending", "on_hold"}),
    "periodic_update": Metric(Kind.AGENT_REPLIED, Kind.AGENT_REPLIED, pausable=True),
    "total_resolution": Metric(Kind.CREATED, Kind.SOLVED),
}


@dataclass(frozen=True)
class Target:
    """What one policy version promises for one metric and priority; `calendar` None = 24x7."""

    seconds: int
    calendar: Calendar | None = None
    pause_statuses: frozenset[str] = frozenset()
    on_reopen: Literal["new_cycle", "resume"] = "new_cycle"
    policy_id: str | None = None
    policy_version: int = 1


@dataclass(frozen=True)
class Fact:
    """One thing that happened to a ticket.

    `status`: of CREATED (default new) and STATUS_CHANGED. `target`: of RETARGETED, for the metric at hand;
    None = no longer promised.
    """

    at: datetime
    kind: Kind
    status: str | None = None
    target: Target | None = None

    def __post_init__(self) -> None:
        if self.kind is Kind.STATUS_CHANGED and self.status in (None, "solved"):
            raise ValueError("a change of status names the new one, and to solved it is a SOLVED")


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
        return self.state in (State.RUNNING, State.PAUSED)

    @property
    def verdict(self) -> Verdict:
        """Whether the promise held, as far as counted."""
        if self.breached_at is not None:
            return Verdict.BREACHED
        return Verdict.MET if self.state is State.FULFILLED else Verdict.PENDING

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
        return self.since if self.state is State.FULFILLED else None


T = TypeVar("T")


def _with(thing: T, **changes: Any) -> T:
    """A copy of a frozen dataclass with other values: `dataclasses.replace` in a fifth of the time."""
    made = object.__new__(type(thing))
    made.__dict__.update(thing.__dict__)
    made.__dict__.update(changes)
    return made


def start(metric: str, cycle: int, target: Target, at: datetime, reason: str = "created") -> ClockState:
    """A new cycle that runs from `at`; its first cycle is 1."""
    return _run(ClockState(metric, cycle, target, State.RUNNING, reason, at, at), at, reason)


def pause(clock: ClockState, at: datetime, reason: str) -> ClockState:
    """Stops counting; a paused clock only takes the new reason, an ended one stays as it is."""
    if not clock.open or (clock.state is State.PAUSED and clock.reason == reason):
        return clock
    counted = _counted(clock, at)
    paused_at = clock.paused_at or counted["since"]
    return _with(clock, **counted, state=State.PAUSED, reason=reason, due_at=None, paused_at=paused_at)


def resume(clock: ClockState, at: datetime, reason: str) -> ClockState:
    """A paused clock counts on; any other stays as it is."""
    return _run(clock, at, reason) if clock.state is State.PAUSED else clock


def fulfil(clock: ClockState, at: datetime, reason: str) -> ClockState:
    """Ends an open clock with its promise kept, in time or late."""
    return _end(clock, at, State.FULFILLED, reason)


def cancel(clock: ClockState, at: datetime, reason: str) -> ClockState:
    """Ends an open clock with its promise not kept, and no longer asked for."""
    return _end(clock, at, State.CANCELLED, reason)


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
    return _run(clock, at, clock.reason) if clock.state is State.RUNNING else clock


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
    at = max(at, clock.since)
    if clock.state is not State.RUNNING:
        return {"since": at}
    counted = business_time.measure(clock.target.calendar, clock.since, at)
    late = clock.due_at is not None and at > clock.due_at  # reached exactly at due_at = met
    breached_at = clock.breached_at or (clock.due_at if late else None)
    return {"since": at, "elapsed": clock.elapsed + counted, "breached_at": breached_at}


def share_at(clock: ClockState, share: float) -> datetime | None:
    """When a running clock reaches a share of its target, 1.2 being 20 % over; None while it does not run.

    A share that was reached before `since` answers `since`.
    """
    if clock.state is not State.RUNNING:
        return None
    return _reaches(clock, clock.since, clock.target.seconds * SECOND * share)


def _run(clock: ClockState, at: datetime, reason: str) -> ClockState:
    at = max(at, clock.since)
    due_at = clock.breached_at or _reaches(clock, at, clock.target.seconds * SECOND)
    return _with(clock, state=State.RUNNING, reason=reason, since=at, paused_at=None, due_at=due_at)


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
    rule = METRICS[watch.metric]
    if fact.kind in WORDS and fact.kind is not rule.owed_from and fact.kind is not rule.fulfilled_by:
        return watch  # most of a long history
    return _reconcile(_learn(_fulfil(watch, fact), fact), fact)


def _fulfil(watch: Watch, fact: Fact) -> Watch:
    clock = watch.newest
    if clock is None or fact.kind is not METRICS[watch.metric].fulfilled_by:
        return watch
    if clock.reason == "solved":  # answered after all: a reopening resumes it no more
        return _put(watch, _with(clock, reason=fact.kind.value))
    return _put(watch, fulfil(clock, fact.at, fact.kind.value))


def _learn(watch: Watch, fact: Fact) -> Watch:
    rule = METRICS[watch.metric]
    answered = fact.kind is Kind.AGENT_REPLIED and rule.fulfilled_by is Kind.AGENT_REPLIED
    heard: dict[str, Any] = {}
    owed = fact.kind is rule.owed_from or (watch.owed and not answered)
    if owed is not watch.owed:
        heard["owed"] = owed
    match fact.kind:
        case Kind.CREATED | Kind.STATUS_CHANGED:
            heard["status"] = fact.status or watch.status
        case Kind.SOLVED | Kind.CANCELLED:
            heard["status"] = fact.kind.value
        case Kind.MERGED | Kind.UNMERGED:
            heard["merged"] = fact.kind is Kind.MERGED
        case Kind.RETARGETED:
            heard["target"] = fact.target
    return _with(watch, **heard) if heard else watch


def _reconcile(watch: Watch, fact: Fact) -> Watch:
    """An open clock wherever something is owed, promised and unsolved, and nowhere else."""
    clock = watch.newest
    if watch.target is None or not watch.owed or watch.status not in ACTIVE:
        ending = "policy" if watch.target is None else watch.status
        return _put(watch, cancel(clock, fact.at, ending)) if clock else watch
    cause = fact.status or fact.kind.value
    if clock is None or not clock.open:
        clock = _begin(watch, watch.target, fact.at, cause)
    elif fact.kind is Kind.RETARGETED:
        clock = retarget(clock, fact.at, watch.target)
    return _put(watch, follow(clock, fact.at, watch.status, watch.merged, cause))


def _begin(watch: Watch, target: Target, at: datetime, cause: str) -> ClockState:
    last = watch.newest
    if last is None or last.reason != "solved":
        return start(watch.metric, last.cycle + 1 if last else 1, target, at, cause)
    if target.on_reopen == "resume":
        return retarget(reopen(last, at, "reopened"), at, target)
    return start(watch.metric, last.cycle + 1, target, at, "reopened")


def _put(watch: Watch, clock: ClockState) -> Watch:
    newest = watch.newest
    if clock is newest:
        return watch
    others = watch.clocks[:-1] if newest is not None and newest.cycle == clock.cycle else watch.clocks
    return _with(watch, clocks=(*others, clock))


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
    return sorted(facts, key=lambda fact: (fact.at, _ORDER[fact.kind]))


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
            if trail[-1] is not clock and trail[-1] != clock:
                trail.append(clock)
    return after if len(after.clocks) < 2 else _with(after, clocks=after.clocks[-1:])
