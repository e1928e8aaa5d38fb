"""The limit of an answer's second half: whatever was read is written as escalations by one statement, then told.

It writes the rows that ticketing writes for an answer of a customer with a known team, and looks nothing up.
DATABASE_URL: a database with ticketing's tables. SOURCE and TOPIC: where it reads and where its facts go.
"""

import asyncio
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import asyncpg
import uvloop
from aiokafka import AIOKafkaProducer
from pydantic_core import from_json, to_json

from shared.ids import uuid7
from tests.load.limits.reading import reader
from tests.load.limits.relay import Fact, Relay, fact

GROUP = "01935f2e-7c00-7000-8000-000000000101"
ROUTE = "01935f2e-7c00-7000-8000-000000000201"
POLICY = "01935f2e-7c00-7000-8000-000000000301"
OWNER = "01a1f82f-1e81-7a12-a55a-000000000001"

WRITE = f"""
WITH fresh AS (
    INSERT INTO inbox (event_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id
), answer AS MATERIALIZED (
    SELECT * FROM unnest(
        $1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[],
        $10::uuid[], $11::uuid[], $12::uuid[]
    ) AS given (
        event_id, response_id, account_id, contact_id, comment, ticket_id, message_id, case_id, first_reply_id,
        resolution_id, notification_id, audit_id
    ) JOIN fresh USING (event_id)
), ticketed AS (
    INSERT INTO ticket (
        id, version, created_at, updated_at, type, subject, status, priority, channel, contact_id, account_id, brand,
        group_id, assignee_id, assigned_by, tags, custom, source_service, source_kind, source_id, trace_id,
        reopen_count, public_reply_count, first_assigned_at
    )
    SELECT ticket_id, 1, $13, $13, 'escalation', 'NPS 3', 'open', 'high', 'survey', contact_id, account_id, 'default',
           '{GROUP}', '{OWNER}', 'route', '{{}}', '{{}}', 'feedback', 'response', response_id::text, response_id,
           0, 0, $13 FROM answer
), said AS (
    INSERT INTO message (
        id, ticket_id, visibility, author_kind, author_id, channel, body, source_id, created_at
    )
    SELECT message_id, ticket_id, 'public', 'customer', contact_id, 'survey', comment,
           'response.received:' || response_id, $13 FROM answer
), clocked AS (
    INSERT INTO sla_clock (
        id, ticket_id, account_id, trace_id, policy_id, policy_version, metric, target_seconds, warn_at_share,
        pause_statuses, on_reopen, cycle, state, reason, elapsed_us, since, started_at, due_at, warn_at, next_at
    )
    SELECT clock_id, ticket_id, account_id, response_id, '{POLICY}', 1, metric, seconds, 0.75,
           '{{}}', 'new_cycle', 1, 'running', 'created', 0, $13, $13, $13::timestamptz + seconds * interval '1 s',
           $13::timestamptz + seconds * interval '0.75 s', $13::timestamptz + seconds * interval '0.75 s'
    FROM answer CROSS JOIN LATERAL (
        VALUES (first_reply_id, 'first_reply', 14400), (resolution_id, 'total_resolution', 259200)
    ) AS clock (clock_id, metric, seconds)
), escalated AS (
    INSERT INTO escalation (response_id, ticket_id, route_id, route_version, owner_source, opened_at)
    SELECT response_id, ticket_id, '{ROUTE}', 1, 'csm', $13 FROM answer
), opened AS (
    INSERT INTO recovery_case (
        id, version, ticket_id, response_id, account_id, contact_id, owner_id, severity, trace_id, state, opened_at,
        plan_due_at, contact_due_at
    )
    SELECT case_id, 1, ticket_id, response_id, account_id, contact_id, '{OWNER}', 'major', response_id, 'opened', $13,
           $13::timestamptz + interval '8 h', $13::timestamptz + interval '2 d' FROM answer
), notified AS (
    INSERT INTO notification (
        id, template, locale, channel, recipient_kind, staff_id, role, address, state, attempts, response_id,
        ticket_id, recovery_case_id, account_id, dedup_key, "values", queued_at, trace_id, caused_by
    )
    SELECT notification_id, 'escalation_opened', 'en', 'email', 'staff', '{OWNER}', 'csm', 'mia@us.example', 'queued',
           0, response_id, ticket_id, case_id, account_id, 'escalation_opened:' || response_id || ':{OWNER}',
           jsonb_build_object('ticket_id', ticket_id, 'subject', 'NPS 3', 'priority', 'high', 'account', 'Customer'),
           $13, response_id, 'fact/' || event_id FROM answer
), noted AS (
    INSERT INTO audit (id, at, actor, action, entity, entity_id, before, after, cause)
    SELECT audit_id, $13, 'service/limit', 'ticket.escalate', 'ticket', ticket_id, '{{}}',
           jsonb_build_object('response_id', response_id, 'route_id', '{ROUTE}'), 'fact/' || event_id FROM answer
), moved AS (
    INSERT INTO consumer_position AS held (topic, partition, log_id, "offset")
    SELECT 'limit', partition, 'limit', "offset" FROM unnest($14::int[], $15::bigint[]) AS p (partition, "offset")
    ON CONFLICT (topic, partition) DO UPDATE SET "offset" = excluded."offset", moved_at = now()
)
INSERT INTO outbox (event_id, topic, key, type, subject, headers, payload)
SELECT told.event_id, 'limit', subject, type, subject, headers::jsonb, payload
FROM unnest($16::uuid[], $17::uuid[], $18::text[], $19::text[], $20::text[], $21::bytea[])
     AS told (answer_id, event_id, type, subject, headers, payload)
JOIN fresh ON fresh.event_id = answer_id
"""


class Opened:
    """One answer, with the ids of all that it becomes and the facts that tell it."""

    def __init__(self, record: Any, now: datetime) -> None:
        data = from_json(record.value)
        headers = dict(record.headers)
        self.event_id = UUID(headers["ce_id"].decode())
        self.response_id = UUID(data["response_id"])
        self.row = [
            self.event_id,
            self.response_id,
            UUID(data["account_id"]),
            UUID(data["contact_id"]),
            data["comment"],
            *(uuid7() for _ in range(7)),
        ]
        self.facts = _facts(data, self.row, now)


def _facts(data: dict[str, Any], row: Sequence[Any], now: datetime) -> list[Fact]:
    event_id, response_id, account_id, contact_id, _, ticket_id, _, case_id, first_reply_id, resolution_id, *_ = row
    at = now.isoformat()
    about = {"source": "/ticketing", "now": at, "trace_id": data["response_id"], "cause": f"fact/{event_id}"}
    ticket = {"ticket_id": ticket_id, "account_id": account_id, "contact_id": contact_id, "group_id": GROUP}
    case = {**ticket, "recovery_case_id": case_id, "response_id": response_id, "owner_id": OWNER}
    clock = {**ticket, "policy_id": POLICY, "policy_version": 1, "cycle": 1, "reason": "created", "at": at}
    told = [
        ("ticket.created.v1", ticket_id, {**ticket, "type": "escalation", "status": "open", "created_at": at}),
        ("ticket.assigned.v1", ticket_id, {**ticket, "assignee_id": OWNER, "response_id": response_id}),
        ("sla.applied.v1", ticket_id, {**clock, "clock_id": first_reply_id, "metric": "first_reply"}),
        ("sla.applied.v1", ticket_id, {**clock, "clock_id": resolution_id, "metric": "total_resolution"}),
        ("escalation.opened.v1", ticket_id, {**case, "route_id": ROUTE, "route_version": 1, "opened_at": at}),
        ("recovery.opened.v1", case_id, {**case, "state": "opened", "severity": "major"}),
    ]
    return [fact(kind, str(subject), to_json(payload), **about) for kind, subject, payload in told]


async def write(database: asyncpg.Connection, records: Sequence[Any]) -> list[Fact]:
    """One transaction, which is one statement; answers what it told."""
    now = datetime.now(UTC)
    ends = {record.partition: record.offset + 1 for record in records}
    opened = [Opened(record, now) for record in records if ("ce_type", b"response.received.v1") in record.headers]
    told = [(each.event_id, told) for each in opened for told in each.facts]
    await database.execute(
        WRITE,
        *(list(column) for column in zip(*(each.row for each in opened), strict=True)),
        *(() if opened else [[]] * 12),
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


async def main() -> None:
    """Read until SIGTERM."""
    consumer = reader(os.environ["SOURCE"])
    producer = AIOKafkaProducer(bootstrap_servers=os.environ["KAFKA_BOOTSTRAP_SERVERS"], acks="all")
    await consumer.start()
    await producer.start()
    reading = await asyncpg.connect(os.environ["DATABASE_URL"])
    marking = await asyncpg.connect(os.environ["DATABASE_URL"])
    relay = Relay(marking, producer, os.environ["TOPIC"])
    running = asyncio.create_task(relay.run())
    print("ready", flush=True)
    while not running.done():
        polled = await consumer.getmany(timeout_ms=500)
        if records := [record for some in polled.values() for record in some]:
            relay.take(await write(reading, records))
    running.result()


if __name__ == "__main__":
    uvloop.run(main())
