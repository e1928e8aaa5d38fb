"""Reading the fact store."""

from collections.abc import AsyncIterator, Collection, Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.analytics.facts.models import StoredFact
from shared.events.cause import Cause
from shared.events.envelope import Envelope
from shared.events.event import Event

BATCH = 500  # facts

# $1 types, $2 trace_ids
OF_TRACES = "SELECT * FROM fact WHERE type = ANY($1::text[]) AND trace_id = ANY($2::uuid[])"

# $1 types, $2 ids of answers or tickets, as texts
THAT_SPEAK_OF = """
SELECT * FROM fact
WHERE type = ANY($1::text[]) AND (subject = ANY($2::text[]) OR data ->> 'response_id' = ANY($2::text[]))
"""


async def of_trace(session: AsyncSession, trace_id: UUID, *, at_most: int) -> Sequence[StoredFact]:
    """The facts of one story, oldest first; where there are more than at_most, the oldest of them."""
    found = await session.scalars(
        select(StoredFact)
        .where(col(StoredFact.trace_id) == trace_id)
        .order_by(col(StoredFact.recorded_at), col(StoredFact.event_id))
        .limit(at_most)
    )
    return found.all()


async def one(session: AsyncSession, event_id: UUID, recorded_at: datetime) -> StoredFact | None:
    """One fact by its id; recorded_at leads to its partition."""
    return await session.get(StoredFact, (event_id, recorded_at))


async def found(
    session: AsyncSession, cause: Cause, which: str, types: list[str], ids: list[Any]
) -> Iterator[Event[Any]]:
    """The facts of these types that OF_TRACES or THAT_SPEAK_OF finds, as events again."""
    connection = await session.connection()
    rows = await connection.exec_driver_sql(which, (types, ids))
    return (as_event(row, cause) for row in rows)


async def replay(
    session: AsyncSession,
    types: Collection[str],
    cause: Cause,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    batch: int = BATCH,
) -> AsyncIterator[list[Event[Any]]]:
    """The facts of these types as events again, in the order in which they were recorded, batch by batch.

    since and until: [since, until) by recorded_at. Events of one subject come in the order of their telling:
    recorded_at first, then the id, which rises within a transaction.
    """
    place: tuple[datetime, UUID] | None = None
    while True:
        listed = (
            select(StoredFact)
            .where(col(StoredFact.type).in_(types))
            .order_by(col(StoredFact.recorded_at), col(StoredFact.event_id))
            .limit(batch)
            .execution_options(populate_existing=True)
        )
        if since is not None:
            listed = listed.where(col(StoredFact.recorded_at) >= since)
        if until is not None:
            listed = listed.where(col(StoredFact.recorded_at) < until)
        if place is not None:
            listed = listed.where(tuple_(col(StoredFact.recorded_at), col(StoredFact.event_id)) > place)
        rows = (await session.scalars(listed)).all()
        if not rows:
            return
        place = (rows[-1].recorded_at, rows[-1].event_id)
        yield [as_event(row, cause) for row in rows]
        for row in rows:
            session.expunge(row)


def as_event(row: StoredFact | Row[Any], cause: Cause) -> Event[Any]:
    """A kept fact as a handler takes it."""
    envelope = Envelope(
        row.event_id,
        row.source,
        row.type,
        row.subject,
        row.time,
        row.recorded_at,
        row.sequence,
        row.trace_id,
        row.causation_id,
        row.actor,
        None,
        row.data,
    )
    return Event.of(envelope, cause)


async def is_any(session: AsyncSession) -> bool:
    """Has any fact come yet?"""
    return bool(await session.scalar(select(select(col(StoredFact.event_id)).exists())))
