"""What a ticket's clocks come to when its history is gone through again; all six metrics together.

The rule is `clock.step`; what `service.follow` adds to it is here too: next_reply does not hear what a customer
writes before the first reply, and each deed meets the calendars in the versions that held then.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from services.ticketing.sla import clock, promises
from services.ticketing.sla.clock import ClockState, Fact, Kind, State, Trail, Watch
from services.ticketing.sla.promises import OpenHours, Policy, Promise

CHOOSING = frozenset({Kind.CREATED, Kind.RETARGETED})
"""What makes a ticket take the policy that fits it now."""


@dataclass(frozen=True)
class PastTraits:
    """A ticket as policies saw it at some time. account_tier: as it is now, since nobody kept it."""

    type: str
    channel: str
    tags: tuple[str, ...]
    priority: str
    brand: str
    account_tier: str | None


@dataclass(frozen=True)
class Named:
    """A policy's version, as it was recorded that a ticket is promised by it."""

    policy_id: UUID
    version: int


@dataclass(frozen=True)
class Choice:
    """What was recorded of a choice of policy; policy: None where none took the ticket."""

    policy: Named | None


@dataclass(frozen=True)
class Deed:
    """What one deed did to a ticket, at one time. traits: of the ticket after it.

    chosen: the policy that was taken by it, where that is recorded; of those that take one.
    """

    facts: tuple[Fact, ...]
    traits: PastTraits
    chosen: Choice | None = None

    @property
    def at(self) -> datetime:
        """When it was done."""
        return self.facts[0].at


@dataclass(frozen=True)
class History:
    """A ticket from its creation: its deeds in order, and the status that it was opened in."""

    ticket_id: UUID
    status: str
    deeds: tuple[Deed, ...]


@dataclass(frozen=True)
class Outcome:
    """What a history comes to. trails: every cycle of every metric, as all states that it was in."""

    watches: Mapping[str, Watch]
    trails: Mapping[tuple[str, int], Trail]
    policy: Policy | None
    priority: str

    @property
    def owed(self) -> list[str]:
        """The metrics whose reply or solution is owed."""
        return [metric for metric, watch in self.watches.items() if watch.owed]


@dataclass(frozen=True)
class Held:
    """A version of a policy, with when it was made and from when on it holds."""

    policy: Policy
    created_at: datetime
    effective_from: datetime


class Book:
    """All versions of all policies. held: in the order of their ids and versions."""

    def __init__(self, held: Iterable[Held]) -> None:
        self._held = list(held)
        self._by_name = {(each.policy.id, each.policy.version): each.policy for each in self._held}

    def named(self, name: Named | None) -> Policy | None:
        """The version of this name."""
        return None if name is None else self._by_name.get((name.policy_id, name.version))

    def calendar_ids(self) -> set[UUID]:
        """The calendars by which any of them counts."""
        return {calendar_id for each in self._held for calendar_id in calendars_of(each.policy)}

    def in_force(self, at: datetime) -> list[Policy]:
        """Each policy in the version that held at an instant, as far as it had been made by then."""
        held = {each.policy.id: each.policy for each in self._held if max(each.effective_from, each.created_at) <= at}
        return list(held.values())

    def recorded(self, deed: Deed) -> Policy | None:
        """The policy that a deed made its ticket take: the recorded one, else the one that fitted."""
        if deed.chosen is not None:
            found = self.named(deed.chosen.policy)
            if found is not None or deed.chosen.policy is None:
                return found
        return promises.first(self.in_force(deed.at), deed.traits)


def calendars_of(policy: Policy) -> set[UUID]:
    """The calendars by which a policy counts, for whatever priority."""
    named = (target["calendar_id"] for target in policy.targets)
    return {UUID(calendar_id) for calendar_id in named if calendar_id is not None}


Choose = Callable[[Deed], Policy | None]
HoursAt = Callable[[UUID, datetime], OpenHours]


def outcome(history: History, choose: Choose, hours_at: HoursAt) -> Outcome:
    """Go through a history. choose: the policy that a deed makes the ticket take; hours_at: a calendar as of then."""
    passing = _Passing(history.status, choose, hours_at)
    for deed in history.deeds:
        passing.hear(deed)
    trails = {
        (metric, cycle): tuple(trail)
        for metric, cycles in passing.trails.items()
        for cycle, trail in enumerate(cycles, start=1)
    }
    return Outcome(passing.watches, trails, passing.policy, passing.priority)


class _Passing:
    """A ticket on its way through its history."""

    def __init__(self, status: str, choose: Choose, hours_at: HoursAt) -> None:
        self.watches = {metric: Watch(metric, None, status) for metric in clock.METRICS}
        self.trails: dict[str, list[list[ClockState]]] = {metric: [] for metric in clock.METRICS}
        self.policy: Policy | None = None
        self.priority = ""
        self._choose = choose
        self._hours_at = hours_at

    def hear(self, deed: Deed) -> None:
        """Go through one deed."""
        self._meet(self._promised(deed.at))  # the calendars may have changed since the deed before
        for fact in clock.in_order(deed.facts):
            if fact.kind in CHOOSING:
                self.policy, self.priority = self._choose(deed), deed.traits.priority
            if fact.kind is Kind.CREATED:
                self._meet(self._promised(deed.at))
            if fact.kind is Kind.RETARGETED:
                self._retarget(fact, self._promised(deed.at))
                continue
            deaf = "next_reply" if fact.kind is Kind.CUSTOMER_WROTE and self.watches["first_reply"].owed else None
            for metric, watch in self.watches.items():
                if metric != deaf:
                    self._step(watch, fact)

    def _promised(self, at: datetime) -> Mapping[str, Promise]:
        if self.policy is None:
            return {}
        hours = {named: self._hours_at(named, at) for named in self.policy.calendar_ids(self.priority)}
        return promises.promised(self.policy, self.priority, hours)

    def _meet(self, promised: Mapping[str, Promise]) -> None:
        for metric, watch in self.watches.items():
            if watch.target != promised.get(metric):
                self.watches[metric] = replace(watch, target=promised.get(metric))

    def _retarget(self, fact: Fact, promised: Mapping[str, Promise]) -> None:
        for metric, watch in self.watches.items():
            if promises_otherwise(watch, promised.get(metric)):
                self._step(watch, replace(fact, target=promised.get(metric)))

    def _step(self, before: Watch, fact: Fact) -> None:
        seen = _looked_at(before, fact.at)
        self.watches[before.metric] = clock.advanced(seen, fact, self.trails[before.metric])


def _looked_at(watch: Watch, at: datetime) -> Watch:
    """The breach that whoever does something sees and tells, even if what they do counts from an earlier time."""
    newest = watch.newest
    if newest is None or newest.state is not State.RUNNING or newest.breached_at is not None:
        return watch
    if newest.due_at is None or at <= newest.due_at:
        return watch
    return replace(watch, clocks=(replace(newest, breached_at=newest.due_at),))


def promises_otherwise(watch: Watch, target: clock.Target | None) -> bool:
    """Whether a target differs from what the metric is promised, and its open clock by."""
    running = watch.newest is not None and watch.newest.open and watch.newest.target != target
    return running or target != watch.target


def lasted(trail: Sequence[ClockState]) -> list[ClockState]:
    """The states of a past that took any time: those that `sla_stretch` keeps."""
    return [state for state, following in pairwise(trail) if state.since < following.since]
