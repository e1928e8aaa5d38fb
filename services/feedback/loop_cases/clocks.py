"""When the steps of a loop case are due, and which were missed: decided by times alone, whenever somebody looks."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared import business_time
from shared.business_time import Calendar, NoBusinessTime

DueStage = Literal["assigned", "planned", "contacted", "closed"]

STAGES: tuple[DueStage, ...] = ("assigned", "planned", "contacted", "closed")
"""In their order. Who came further has done what comes before: who reached the customer owns the case."""

Times = Mapping[DueStage, datetime | None]
"""An instant for each stage, if it has one."""


@dataclass(frozen=True, slots=True)
class Target:
    """How long a step may take from the answer on, by a calendar. calendar None = 24x7."""

    seconds: int
    calendar: Calendar | None = None


def dues(targets: Mapping[DueStage, Target], start: datetime) -> dict[DueStage, datetime | None]:
    """When each step of a case that opens now is due.

    A step without a target has no due, nor one whose calendar holds too little time: no answer is lost for that.
    """
    found: dict[DueStage, datetime | None] = dict.fromkeys(STAGES)
    for stage, target in targets.items():
        with suppress(NoBusinessTime):
            found[stage] = business_time.add(target.calendar, start, target.seconds)
    return found


def reached(times: Times) -> dict[DueStage, datetime | None]:
    """When each step was done: by itself, or by one that comes after it."""
    done: dict[DueStage, datetime | None] = {}
    earliest: datetime | None = None
    for stage in reversed(STAGES):
        at = times.get(stage)
        if at is not None and (earliest is None or at < earliest):
            earliest = at
        done[stage] = earliest
    return done


def missed(due: Times, times: Times, now: datetime) -> Iterator[tuple[DueStage, datetime]]:
    """The steps whose due has passed before they were done, with their dues. What is done at its due is in time."""
    done = reached(times)
    for stage in STAGES:
        due_at, done_at = due.get(stage), done[stage]
        if due_at is not None and due_at < now and (done_at is None or done_at > due_at):
            yield stage, due_at


def next_due(due: Times, times: Times, now: datetime) -> datetime | None:
    """The earliest due, from now on, of what is not done."""
    done = reached(times)
    ahead = [at for stage in STAGES if (at := due.get(stage)) is not None and at >= now and done[stage] is None]
    return min(ahead, default=None)
