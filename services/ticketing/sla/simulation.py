"""What a changed policy would have done to past tickets. Changes nothing, and holds nothing locked.

Both sides are gone through by the same clock: the ticket's recorded history with the policies that it had, and with the
changed one as if it had held all along beside the others as they were. So nothing but the change tells them apart.
"""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import monotonic
from typing import Final
from uuid import UUID

from sqlalchemy import column, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.sla import clock, histories, open_hours, past, policies, promises, queries
from services.ticketing.sla.clock import ClockState, Verdict
from services.ticketing.sla.past import Book, Choice, Choose, Deed, History, HoursAt
from services.ticketing.sla.promises import Policy
from services.ticketing.sla.schemas import SlaPolicyIn
from services.ticketing.sla.trial_schemas import MOST_TICKETS, SlaSimulationIn
from shared.http import merge_patch

AT_ONCE: Final = 20  # tickets whose histories are read together
LONGEST_SECONDS: Final = 10.0  # a third of what a transaction may last
MOST_DIFFERING: Final = 200  # clocks that are listed

_TICKET = table("ticket", column("id"), column("created_at"), column("silent"))


@dataclass(frozen=True)
class Differing:
    """A clock that one side judges otherwise than the other; None where it would not have run."""

    ticket_id: UUID
    metric: str
    cycle: int
    then: ClockState | None
    now: ClockState | None


@dataclass
class Simulation:
    """What came of it, over how many tickets.

    left_out: those whose history is not whole. whole: all that were asked for were gone through. differing: the
    first of them; how many there are says `differ`.
    """

    tickets: int = 0
    left_out: int = 0
    whole: bool = True
    differ: int = 0
    differing: list[Differing] = field(default_factory=list)
    then: dict[str, dict[str, int]] = field(default_factory=lambda: _zeros())
    now: dict[str, dict[str, int]] = field(default_factory=lambda: _zeros())


async def simulate(session: AsyncSession, policy_id: UUID, body: SlaSimulationIn, now: datetime) -> Simulation:
    """Go through past tickets with the changed policy. Raises NotFound, Invalid, UnknownCalendar."""
    changed = await _changed(session, policy_id, body)
    book = Book(await queries.book(session))
    asked = await _asked(session, body)
    found = Simulation(whole=len(asked) <= MOST_TICKETS)
    until = monotonic() + LONGEST_SECONDS
    hours_at = await open_hours.as_of(session, book.calendar_ids() | past.calendars_of(changed))
    sides = _Sides(book.recorded, _Instead(book, changed).choose, hours_at, now)
    for first in range(0, min(len(asked), MOST_TICKETS), AT_ONCE):
        some = asked[first : min(first + AT_ONCE, MOST_TICKETS)]
        whole = await _histories(session, some)
        found.left_out += len(some) - len(whole)
        for history in whole:
            if monotonic() > until:
                found.whole = False
                return found
            _go_through(found, history, sides)
            await asyncio.sleep(0)  # others are served between two tickets
    return found


async def _changed(session: AsyncSession, policy_id: UUID, body: SlaSimulationIn) -> Policy:
    policy = await queries.policy(session, policy_id)
    held = policy.model_dump(mode="json", include=set(SlaPolicyIn.model_fields) - {"effective_from"})
    merged = merge_patch.merged(SlaPolicyIn, held, body.change)
    await policies.check_calendars(session, merged)
    told = merged.model_dump(mode="json")
    return replace(
        policy.plain(),
        version=policy.version + 1,
        rank=merged.rank,
        conditions=told["conditions"],
        targets=told["targets"],
        on_reopen=merged.on_reopen,
    )


async def _asked(session: AsyncSession, body: SlaSimulationIn) -> list[UUID]:
    if body.ticket_ids is not None:
        return list(dict.fromkeys(body.ticket_ids))
    assert body.over is not None
    opened = (
        select(_TICKET.c.id)
        .where(
            _TICKET.c.created_at >= body.over.begins_at,
            _TICKET.c.created_at < body.over.ends_at,
            _TICKET.c.silent.is_(False),
        )
        .order_by(_TICKET.c.created_at, _TICKET.c.id)
        .limit(MOST_TICKETS + 1)
    )
    return list(await session.scalars(opened))


async def _histories(session: AsyncSession, ticket_ids: Sequence[UUID]) -> list[History]:
    """Those of the tickets whose history is whole."""
    chosen = await queries.promised_by(session, ticket_ids)
    loaded = await histories.histories(session, ticket_ids)
    return [
        histories.chosen_first(history, Choice(chosen.get(history.ticket_id)))
        for history in loaded.values()
        if history is not None
    ]


@dataclass(frozen=True)
class _Sides:
    """How the two sides choose policies, and by what both count, up to when."""

    then: Choose
    instead: Choose
    hours_at: HoursAt
    now: datetime


def _go_through(found: Simulation, history: History, sides: _Sides) -> None:
    found.tickets += 1
    then = past.outcome(history, sides.then, sides.hours_at)
    instead = past.outcome(history, sides.instead, sides.hours_at)
    for differing in _judge(found, history, then, instead, sides.now):
        found.differ += 1
        if len(found.differing) < MOST_DIFFERING:
            found.differing.append(differing)


@dataclass(frozen=True)
class _Instead:
    """Which policy a ticket would have taken, had the changed one held all along."""

    book: Book
    changed: Policy

    def choose(self, deed: Deed) -> Policy | None:
        """Where the change makes no difference to the choice, what is recorded of it stands."""
        held = self.book.in_force(deed.at)
        others = [policy for policy in held if policy.id != self.changed.id]
        fitting = promises.first([*others, self.changed], deed.traits)
        recorded = self.book.recorded(deed)
        if fitting is not self.changed and fitting == promises.first(held, deed.traits):
            return recorded
        return fitting


def _judge(
    found: Simulation, history: History, then: past.Outcome, instead: past.Outcome, now: datetime
) -> Iterator[Differing]:
    """Count both sides' clocks, and answer those that differ."""
    for metric, cycle in sorted(then.trails.keys() | instead.trails.keys()):
        sides = [_seen(side, metric, cycle, now) for side in (then, instead)]
        for side, counts in zip(sides, (found.then, found.now), strict=True):
            if side is not None:
                counts[metric][side.verdict] += 1
        before, after = sides
        if (before and before.verdict) != (after and after.verdict):
            yield Differing(history.ticket_id, metric, cycle, before, after)


def _seen(outcome: past.Outcome, metric: str, cycle: int, now: datetime) -> ClockState | None:
    trail = outcome.trails.get((metric, cycle))
    return None if trail is None else clock.as_of(trail[-1], now)


def _zeros() -> dict[str, dict[str, int]]:
    return {metric: {verdict.value: 0 for verdict in Verdict} for metric in clock.METRICS}
