"""How a clock came to what has elapsed: the parts of its time, counted and not."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from services.ticketing.sla import clock
from services.ticketing.sla.clock import ClockState, State
from shared import business_time
from shared.business_time import SECOND, Calendar


class Interval(NamedTuple):
    """A part of a clock's time. Not each is floored but the sum so far, of the counted and of the others."""

    start: datetime
    end: datetime
    counted: bool
    seconds: int
    reason: str  # running | outside_hours | the clock's reason for standing still


_Part = tuple[datetime, datetime, bool, str]


def explain(trail: Sequence[ClockState], now: datetime) -> list[Interval]:
    """Parts that partition [started_at, now or the end]; Σ seconds of the counted ones = elapsed_seconds."""
    sums = {True: clock.NOTHING, False: clock.NOTHING}
    intervals = []
    for begin, end, counted, reason in _parts([*trail, clock.as_of(trail[-1], now)]):
        before, sums[counted] = sums[counted], sums[counted] + (end - begin)
        intervals.append(Interval(begin, end, counted, sums[counted] // SECOND - before // SECOND, reason))
    return intervals


def _parts(trail: Sequence[ClockState]) -> Iterator[_Part]:
    for state, following in pairwise(trail):
        if state.state is State.RUNNING:
            yield from _business_parts(state.target.calendar, state.since, following.since)
        elif state.since < following.since:
            yield state.since, following.since, False, state.reason


def _business_parts(calendar: Calendar | None, start: datetime, end: datetime) -> Iterator[_Part]:
    for opens, closes in business_time.intervals(calendar, start, end):
        if start < opens:
            yield start, opens, False, "outside_hours"
        yield opens, closes, True, "running"
        start = closes
    if start < end:
        yield start, end, False, "outside_hours"
