"""The limit of an answer's way back: its escalation is written on the loop case by one statement, and told.

It writes what feedback writes when ticketing has taken an answer up. Which case an answer has it knows by heart.
"""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import asyncpg
from pydantic_core import from_json, to_json

from tests.load.limits.reading import reader
from tests.load.limits.relay import Fact, Relay, fact

HEARD = {b"ticket.assigned.v1", b"escalation.opened.v1", b"recovery.opened.v1"}

WRITE = """
WITH fresh AS (
    INSERT INTO inbox (event_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id
), followed AS (
    UPDATE loop_case SET version = version + 1, ticket_id = news.ticket_id, recovery_case_id = news.recovery_case_id,
           owner_id = news.owner_id, owner_sequence = 1, assigned_at = $7
    FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[])
             AS news (event_id, response_id, ticket_id, recovery_case_id, owner_id)
         JOIN fresh USING (event_id)
    WHERE loop_case.response_id = news.response_id
), moved AS (
    INSERT INTO consumer_position AS held (topic, partition, log_id, "offset")
    SELECT 'limit', partition, 'limit', "offset" FROM unnest($8::int[], $9::bigint[]) AS p (partition, "offset")
    ON CONFLICT (topic, partition) DO UPDATE SET "offset" = excluded."offset", moved_at = now()
)
INSERT INTO outbox (event_id, topic, key, type, subject, headers, payload)
SELECT told.event_id, 'limit', subject, type, subject, headers::jsonb, payload
FROM unnest($10::uuid[], $11::uuid[], $12::text[], $13::text[], $14::text[], $15::bytea[])
     AS told (news_id, event_id, type, subject, headers, payload)
JOIN fresh ON fresh.event_id = news_id
"""

case_of: dict[str, str] = {}
"""The loop case of an answer that was not taken up yet, by its response_id."""


async def follow(database: asyncpg.Connection, relay: Relay) -> None:
    """Read FOLLOWS until cancelled."""
    consumer = reader(os.environ["FOLLOWS"])
    await consumer.start()
    try:
        while True:
            polled = await consumer.getmany(timeout_ms=500)
            if records := [record for some in polled.values() for record in some]:
                relay.take(await _write(database, records))
    finally:
        await consumer.stop()


async def _write(database: asyncpg.Connection, records: Sequence[Any]) -> list[Fact]:
    """One transaction, which is one statement; answers what it told."""
    now = datetime.now(UTC)
    ends = {record.partition: record.offset + 1 for record in records}
    heads = [(dict(record.headers), record.value) for record in records]
    heard = [
        (UUID(head["ce_id"].decode()), head["ce_type"], value) for head, value in heads if head["ce_type"] in HEARD
    ]
    news = [(event_id, from_json(value)) for event_id, kind, value in heard if kind == b"escalation.opened.v1"]
    told = [(event_id, _assigned(event_id, data, now.isoformat())) for event_id, data in news]
    names = ("response_id", "ticket_id", "recovery_case_id", "owner_id")
    await database.execute(
        WRITE,
        [event_id for event_id, _, _ in heard],
        [event_id for event_id, _ in news],
        *([data[name] for _, data in news] for name in names),
        now,
        list(ends),
        list(ends.values()),
        [event_id for event_id, _ in told],
        [each.event_id for _, each in told],
        [each.type for _, each in told],
        [each.subject for _, each in told],
        [each.stored_headers for _, each in told],
        [each.payload for _, each in told],
    )
    return [each for _, each in told]


def _assigned(event_id: UUID, data: dict[str, Any], now: str) -> Fact:
    case_id = case_of.pop(data["response_id"])
    names = ("response_id", "ticket_id", "recovery_case_id", "account_id", "contact_id", "owner_id")
    assigned = {
        "loop_case_id": case_id,
        **{name: data[name] for name in names},
        "stage": "assigned",
        "result": None,
        "reason": None,
        "at": now,
    }
    about = {"source": "/feedback", "now": now, "trace_id": data["response_id"], "cause": f"fact/{event_id}"}
    return fact("loop.assigned.v1", case_id, to_json(assigned), **about)
