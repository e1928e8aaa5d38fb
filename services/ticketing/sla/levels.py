"""When an escalation rule's levels fall due on a clock: a pure function of its state and of the rules.

A level lies at an amount of the clock's business time: a share of the target, or minutes before or after all
of it is used up. It is due when the clock reaches that amount, and is seen after it: a clock that is paused or
ended exactly at it has not passed it, as with a breach. How far a clock's levels have been looked at is kept
as what had elapsed of which target, so that neither a pause nor a new rule brings back what is past, while
a shorter target may bring several at once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from services.ticketing.sla.clock import ClockState, State
from shared import business_time
from shared.business_time import SECOND

MINUTE = timedelta(minutes=1)
MICROSECOND = timedelta(microseconds=1)
NOTHING = timedelta()


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a rule: at so many percent of the target, or so long after (or before) its end.

    key: names it within its rule, whatever version. body: as `POST /v1/escalation-rules` gives it.
    """

    key: str
    share: int | None
    offset: timedelta
    body: Mapping[str, Any]

    def amount(self, seconds: int) -> timedelta:
        """What has to elapse of a target of so many seconds; what lies before its start is its start."""
        if self.share is not None:
            return seconds * SECOND * self.share / 100
        return max(seconds * SECOND + self.offset, NOTHING)


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of a rule, and when it held: from held_from on, until held_until if another one came."""

    id: UUID
    version: int
    name: str
    rank: int
    metrics: frozenset[str]
    conditions: Mapping[str, Any]
    levels: Sequence[Level]
    held_from: datetime
    held_until: datetime | None = None

    def held(self, at: datetime) -> bool:
        """Did it hold at this instant?"""
        return self.held_from <= at and (self.held_until is None or at < self.held_until)


class Progress(NamedTuple):
    """How far a clock's levels have been looked at: so much had elapsed of a target of so many seconds."""

    elapsed: timedelta
    seconds: int

    def passed(self, level: Level) -> bool:
        """Has the level been looked at?"""
        return level.amount(self.seconds) <= self.elapsed


class Due(NamedTuple):
    """A level and when the clock reaches it."""

    at: datetime
    rule: Rule
    level: Level


def level_of(body: Mapping[str, Any]) -> Level:
    """A level, of its body."""
    at = body["at"]
    if (share := at.get("share")) is not None:
        return Level(f"{share}%", share, NOTHING, body)
    if (before := at.get("minutes_before_due")) is not None:
        return Level(f"due-{before}m", None, -before * MINUTE, body)
    return Level(f"due+{at['minutes_after_due']}m", None, at["minutes_after_due"] * MINUTE, body)


def left(state: ClockState, progress: Progress, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Level]]:
    """The levels that are not past yet on a clock, by these rules."""
    for rule in rules:
        if state.metric in rule.metrics:
            yield from ((rule, level) for level in rule.levels if not progress.passed(level))


def coming(state: ClockState, progress: Progress, rules: Iterable[Rule]) -> Iterator[Due]:
    """When a running clock reaches each level that is left; nothing while it does not run."""
    if state.state is not State.RUNNING:
        return
    for rule, level in left(state, progress, rules):
        at = reached_at(state, level)
        if at is not None:
            yield Due(at, rule, level)


def due(state: ClockState, progress: Progress, rules: Iterable[Rule], before: datetime) -> list[Due]:
    """What a clock that ran on in this state reached before an instant, in order, by the rules that held then."""
    found = [each for each in coming(state, progress, rules) if each.at < before and each.rule.held(each.at)]
    return sorted(found, key=in_order)


def next_at(state: ClockState, progress: Progress, rules: Iterable[Rule]) -> datetime | None:
    """When the next level is reached by the rules that hold now. rules: all versions."""
    newest = (rule for rule in rules if rule.held_until is None)
    return min((each.at for each in coming(state, progress, newest)), default=None)


def reached_at(state: ClockState, level: Level) -> datetime | None:
    """When a running clock reaches a level; one that was reached before its present state answers `since`."""
    amount = level.amount(state.target.seconds)
    try:
        return business_time.advance(state.target.calendar, state.since, max(amount - state.elapsed, NOTHING))
    except business_time.NoBusinessTime:
        return None


def in_order(each: Due) -> tuple[datetime, int, UUID, timedelta]:
    """The order in which levels fire: by time, then by rank."""
    return each.at, each.rule.rank, each.rule.id, each.level.offset
