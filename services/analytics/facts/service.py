"""Keeping facts."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy.ext.asyncio import AsyncSession

from services.analytics.facts import partitions
from shared.contracts.platform import ServiceHeartbeat
from shared.events.cause import Cause
from shared.events.event import Event
from shared.features.privacy import marks
from shared.features.privacy.copies import PERSONAL_TYPES
from shared.features.privacy.redaction import IN_FACTS, redacted

NEVER_KEPT = frozenset({ServiceHeartbeat.fact_type})
"""Heartbeats: at one in two seconds they would be 700 MB a day, and only the newest one says anything."""

INSERT = """
INSERT INTO fact (event_id, recorded_at, time, source, type, subject, sequence, trace_id, causation_id, actor, data)
SELECT event_id, recorded_at, time, source, type, subject, sequence, trace_id, causation_id, actor, data::jsonb
FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::text[], $6::text[],
            $7::bigint[], $8::uuid[], $9::text[], $10::text[], $11::text[])
     AS told (event_id, recorded_at, time, source, type, subject, sequence, trace_id, causation_id, actor, data)
ON CONFLICT DO NOTHING
"""


async def store(session: AsyncSession, events: list[Event[Any]]) -> None:
    """Keep the facts, all in one statement; one that is kept already stays as it is.

    Of a contact who was erased only ids, codes and numbers are kept.
    """
    kept = [event for event in events if event.type not in NEVER_KEPT]
    if not kept:
        return
    await partitions.ensure(session, {partitions.month_of(event.recorded_at) for event in kept})
    data = await _impersonal(session, kept)
    connection = await session.connection()
    await connection.exec_driver_sql(
        INSERT,
        (
            [event.id for event in kept],
            [event.recorded_at for event in kept],
            [event.time for event in kept],
            [event.source for event in kept],
            [event.type for event in kept],
            [event.subject for event in kept],
            [event.sequence for event in kept],
            [event.trace_id for event in kept],
            [event.causation_id for event in kept],
            [event.actor for event in kept],
            [to_json(each).decode() for each in data],
        ),
    )


async def make_partitions(session: AsyncSession, cause: Cause) -> int:
    """Make this month's partition and the next ones; answers how many were missing."""
    return await partitions.ensure(session, partitions.ahead_of(cause.at))


async def _impersonal(session: AsyncSession, events: Sequence[Event[Any]]) -> list[dict[str, Any]]:
    """The events' data as they may be kept."""
    erased = await marks.among(session, map(_contact_of, events))
    return [redacted(event.raw, IN_FACTS, ()) if _contact_of(event) in erased else event.raw for event in events]


def _contact_of(event: Event[Any]) -> UUID | None:
    """The contact whose data the event tells, itself or as what a repair was set off by."""
    if event.type not in PERSONAL_TYPES:
        return None
    trigger = event.raw.get("trigger")
    data = trigger["data"] if isinstance(trigger, dict) else event.raw
    contact_id = data.get("contact_id")
    return UUID(contact_id) if contact_id else None
