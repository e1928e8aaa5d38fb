"""A ticket's clocks gone through again, and where what is kept of them differs from that. Changes nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.sla import clock, histories, open_hours, past, queries
from services.ticketing.sla.clock import ClockState, Trail
from services.ticketing.sla.errors import HistoryNotWhole
from services.ticketing.sla.models import SlaClock, SlaStretch, SlaWatch, columns
from services.ticketing.sla.past import Book, Choice, Outcome


@dataclass(frozen=True)
class Difference:
    """One field that is kept otherwise than the history says. clock_id: None where there is no such clock.

    metric, cycle: None of what is kept of the ticket besides its clocks. kept, replayed: None where there is none.
    """

    clock_id: UUID | None
    metric: str | None
    cycle: int | None
    field: str
    kept: Any
    replayed: Any


@dataclass(frozen=True)
class Replay:
    """A ticket's clocks gone through again. deeds: how many the history has; clocks: how many come of it."""

    deeds: int
    clocks: int
    differences: list[Difference]


async def replay(session: AsyncSession, ticket_id: UUID, now: datetime) -> Replay:
    """Go through a ticket's history again. Raises NotFound, HistoryNotWhole."""
    await queries.check_ticket(session, ticket_id)
    found = await histories.histories(session, [ticket_id])
    kept = await _kept(session, ticket_id)
    if ticket_id not in found:  # silent
        return Replay(0, 0, [_unasked(row) for row in kept.rows.values()])
    history = found[ticket_id]
    if history is None:
        raise HistoryNotWhole
    book = Book(await queries.book(session))
    named_by = await queries.promised_by(session, [ticket_id])
    history = histories.chosen_first(history, Choice(named_by.get(ticket_id)))
    outcome = past.outcome(history, book.recorded, await open_hours.as_of(session, book.calendar_ids()))
    return Replay(len(history.deeds), len(outcome.trails), list(_differences(kept, outcome, now)))


@dataclass(frozen=True)
class _Kept:
    rows: Mapping[tuple[str, int], SlaClock]
    standing: Mapping[UUID, ClockState]
    stretches: Mapping[UUID, Sequence[SlaStretch]]
    watch: SlaWatch | None


async def _kept(session: AsyncSession, ticket_id: UUID) -> _Kept:
    rows = (await session.scalars(queries.clocks(ticket_id))).all()
    ids = [row.id for row in rows]
    pasts = (
        await session.scalars(
            select(SlaStretch).where(col(SlaStretch.clock_id).in_(ids)).order_by(col(SlaStretch.since))
        )
    ).all()
    return _Kept(
        rows={(row.metric, row.cycle): row for row in rows},
        standing=await queries.standings(session, rows),
        stretches={clock_id: [past for past in pasts if past.clock_id == clock_id] for clock_id in ids},
        watch=await session.get(SlaWatch, ticket_id),
    )


def _differences(kept: _Kept, outcome: Outcome, now: datetime) -> Iterator[Difference]:
    for (metric, cycle), trail in outcome.trails.items():
        row = kept.rows.get((metric, cycle))
        if row is None:
            yield Difference(None, metric, cycle, "clock", None, trail[-1].state.value)
            continue
        for field, (held, replayed) in _of_clock(row, kept, trail, now).items():
            if held != replayed:
                yield Difference(row.id, metric, cycle, field, held, replayed)
    for key in sorted(kept.rows.keys() - outcome.trails.keys()):
        yield _unasked(kept.rows[key])
    for field, (held, replayed) in _of_ticket(kept.watch, outcome).items():
        if held != replayed:
            yield Difference(None, None, None, field, held, replayed)


def _of_clock(row: SlaClock, kept: _Kept, trail: Trail, now: datetime) -> dict[str, tuple[Any, Any]]:
    """Each field of a clock, as it is kept and as it should be."""
    last = trail[-1]
    fields = {name: (getattr(row, name), value) for name, value in columns(last).items()}
    # A sweeper may have written the breach before the clock's next state did.
    fields["breached_at"] = (
        clock.as_of(kept.standing[row.id], now).breached_at,
        clock.as_of(last, now).breached_at,
    )
    held = [
        (part.since, part.state, part.reason, part.calendar_id, part.calendar_version)
        for part in kept.stretches[row.id]
    ]
    lasted = [_stretch(state) for state in past.lasted(trail)]
    fields["stretches"] = (_first_apart(held, lasted), _first_apart(lasted, held))
    return fields


def _stretch(state: ClockState) -> tuple[Any, ...]:
    shown = columns(state)
    return state.since, state.state.value, state.reason, shown["calendar_id"], shown["calendar_version"]


def _first_apart(these: Sequence[tuple[Any, ...]], those: Sequence[tuple[Any, ...]]) -> str | None:
    """The first of these that is not among those, in words; None where there is none."""
    for since, state, reason, *_hours in these:
        if (since, state, reason, *_hours) not in those:
            return f"{state} ({reason}) from {since.isoformat()}"
    return None


def _of_ticket(watch: SlaWatch | None, outcome: Outcome) -> dict[str, tuple[Any, Any]]:
    if watch is None:
        return {}  # nothing has happened to it yet
    heard = outcome.watches["first_reply"]
    policy = outcome.policy
    return {
        "policy_id": (watch.policy_id, policy.id if policy else None),
        "policy_version": (watch.policy_version, policy.version if policy else None),
        "priority": (watch.priority, outcome.priority),
        "status": (watch.status, heard.status),
        "merged": (watch.merged, heard.merged),
        "owed": (sorted(watch.owed), sorted(outcome.owed)),
    }


def _unasked(row: SlaClock) -> Difference:
    return Difference(row.id, row.metric, row.cycle, "clock", row.state, None)
