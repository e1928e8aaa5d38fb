"""Applying events exactly once in effect: inbox, effects, dead letters and position in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.events.envelope import Envelope
from shared.events.event import Event
from shared.events.handlers import HandlerFailed, Handlers
from shared.events.tables import DeadLetter
from shared.events.transient import is_transient
from shared.events.writing import store_what_waits_here
from shared.ids import uuid7
from shared.ops.crash import crash_here

REMEMBER = """
WITH moved AS (
    INSERT INTO consumer_position AS held (topic, partition, log_id, "offset")
    SELECT * FROM unnest($2::text[], $3::int[], $4::text[], $5::bigint[])
    ON CONFLICT (topic, partition) DO UPDATE
    SET log_id = excluded.log_id, "offset" = excluded."offset", moved_at = now()
)
INSERT INTO inbox (event_id) SELECT DISTINCT unnest($1::uuid[])
ON CONFLICT DO NOTHING RETURNING event_id
"""
"""The set's first statement: which of its facts are new, and where the next set begins."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a set ends in the log: the next offset to read, by topic and partition."""

    log_id: str = ""
    ends: Mapping[tuple[str, int], int] = field(default_factory=dict)


NOWHERE = Position()
"""Of a set that does not come from the log."""


class Arrival(NamedTuple):
    """One record as it came: its place in the log, its bytes, and its envelope unless it has none."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    headers: Sequence[tuple[str, bytes]]
    value: bytes | None
    envelope: Envelope | None
    fault: str | None = None


async def apply(
    session: AsyncSession,
    handlers: Handlers,
    arrivals: Sequence[Arrival],
    *,
    service: str,
    at: datetime,
    position: Position = NOWHERE,
) -> list[Event[Any]]:
    """Apply what is new among the arrivals, in order; answers the events that were applied.

    position: is kept with the effects.

    Raises what a deed raises: the transaction is then lost, and `apply_one_by_one` finds the culprit.
    """
    fresh = await _fresh(session, arrivals, position, at=at)
    crash_here("after_inbox")
    events = [as_event(arrival.envelope, service=service, at=at) for arrival in fresh if arrival.envelope]
    await handlers.handle(session, events)
    await session.flush()
    crash_here("after_effect")
    return events


async def apply_one_by_one(
    session: AsyncSession,
    handlers: Handlers,
    arrivals: Sequence[Arrival],
    *,
    service: str,
    at: datetime,
    position: Position = NOWHERE,
) -> list[Event[Any]]:
    """As `apply`, each event in a savepoint of its own: what fails becomes a dead letter, the others stand.

    Raises transient errors only.
    """
    applied = []
    for arrival in await _fresh(session, arrivals, position, at=at):
        assert arrival.envelope is not None
        event = as_event(arrival.envelope, service=service, at=at)
        try:
            async with session.begin_nested():
                await handlers.handle(session, [event])
                await session.flush()
                await session.run_sync(store_what_waits_here)
        except Exception as error:
            if is_transient(error):
                raise
            handler = error.handler if isinstance(error, HandlerFailed) else None
            bury(session, arrival, at=at, error=describe(error), handler=handler)
        else:
            applied.append(event)
    return applied


def as_event(envelope: Envelope, *, service: str, at: datetime) -> Event[Any]:
    """The event as a handler gets it, with the cause that its deeds name."""
    cause = Cause(f"fact/{envelope.id}", f"service/{service}", at, traceparent=envelope.traceparent)
    return Event.of(envelope, cause)


async def _fresh(
    session: AsyncSession, arrivals: Sequence[Arrival], position: Position, *, at: datetime
) -> list[Arrival]:
    """The arrivals that this service has not seen, each id once, in order; what has no envelope is buried."""
    for arrival in arrivals:
        if arrival.fault is not None:
            bury(session, arrival, at=at, error=arrival.fault)
    known = [arrival for arrival in arrivals if arrival.envelope is not None]
    places = sorted(position.ends)
    rows = await fetch(
        session,
        REMEMBER,
        [arrival.envelope.id for arrival in known if arrival.envelope],
        [topic for topic, _ in places],
        [partition for _, partition in places],
        [position.log_id] * len(places),
        [position.ends[place] for place in places],
    )
    new: set[UUID] = {row.event_id for row in rows}
    fresh = []
    for arrival in known:
        if arrival.envelope is not None and arrival.envelope.id in new:
            new.discard(arrival.envelope.id)
            fresh.append(arrival)
    return fresh


def bury(session: AsyncSession, arrival: Arrival, *, at: datetime, error: str, handler: str | None = None) -> None:
    """Put a record away as a dead letter, with its bytes."""
    envelope = arrival.envelope
    session.add(
        DeadLetter(
            id=uuid7(),
            topic=arrival.topic,
            partition=arrival.partition,
            offset=arrival.offset,
            event_id=envelope.id if envelope else None,
            type=envelope.type if envelope else None,
            subject=envelope.subject if envelope else None,
            key=arrival.key,
            headers=[[name, value.decode("utf-8", "replace").replace("\0", "")] for name, value in arrival.headers],
            payload=arrival.value,
            handler=handler,
            error=error,
            received_at=at,
        )
    )


def describe(error: BaseException) -> str:
    """An error as class, SQLSTATE, constraint and place. Never its text: PostgreSQL's DETAIL prints the row."""
    raised = error.__cause__ if isinstance(error, HandlerFailed) and error.__cause__ else error
    driver: Any = raised
    if isinstance(raised, DBAPIError):
        driver = getattr(raised.orig, "__cause__", None) or raised.orig
    parts = [type(driver).__name__]
    parts += [
        f"{label}={value}"
        for label in ("sqlstate", "constraint_name", "table_name")
        if (value := getattr(driver, label, None))
    ]
    frames = []
    trace = raised.__traceback__
    while trace is not None:
        frames.append(f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}")
        trace = trace.tb_next
    own = [frame for frame in frames if frame.startswith(("services.", "shared."))]
    return " ".join([*parts, f"at {(own or frames or ['?'])[-1]}"])
