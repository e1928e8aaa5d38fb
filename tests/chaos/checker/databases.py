"""Reading what the rules need of the four databases: each in one snapshot, with few set-based statements."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import asyncpg

Row = dict[str, Any]
"""Columns by name: ids as text, JSON parsed, times as aware instants."""

OUTBOX = """
SELECT id, event_id, type, topic, key, subject, headers, payload, created_at, published_at, parked_at, position
FROM outbox WHERE type <> 'service.heartbeat.v1' ORDER BY id
"""
NOTIFICATIONS = """
SELECT id, template, recipient_kind, staff_id, contact_id, role, address, state, response_id, ticket_id, dedup_key,
       queued_at, sent_at, error_code, evidence, trace_id
FROM notification
"""
OF_ALL = {
    "outbox": OUTBOX,
    "inbox": "SELECT event_id, received_at FROM inbox",
    "notification": NOTIFICATIONS,
    "dead_letter": "SELECT id, event_id, type, subject, handler, error, state FROM dead_letter",
    "idempotency_key": "SELECT principal, method, path, key, status, body FROM idempotency_key",
}

STATEMENTS: dict[str, dict[str, str]] = {
    "ticketing": {
        "ticket": "SELECT * FROM ticket",
        "message": """
            SELECT id, ticket_id, addressed_to_id, visibility, author_kind, channel, source_id, body, created_at,
                   author_address, delivery_state FROM message""",
        "ticket_watcher": "SELECT ticket_id, staff_id FROM ticket_watcher",
        "watching": """
            SELECT action, entity_id, before, after, cause FROM audit
            WHERE action IN ('ticket.watch', 'ticket.unwatch')""",
        "ola_clock": "SELECT * FROM ola_clock",
        "ola_target": "SELECT * FROM ola_target",
        "supplier": "SELECT * FROM supplier",
        "ticket_link": "SELECT * FROM ticket_link",
        "sla_clock": """
            SELECT id, ticket_id, metric, cycle, calendar_id, target_seconds, state, reason, since, breached_at
            FROM sla_clock""",
        "sla_stretch": "SELECT clock_id, since, state FROM sla_stretch",
        "sla_unseen": "SELECT clock_id, until FROM sla_unseen",
        "escalation_rule": "SELECT * FROM escalation_rule",
        "escalation_level": "SELECT * FROM escalation_level",
        "complaint": "SELECT * FROM complaint",
        "compensation": "SELECT * FROM compensation",
        "authority_limit": "SELECT * FROM authority_limit",
        "recovery_case": "SELECT * FROM recovery_case",
        "recovery_contact": "SELECT id, case_id, outcome FROM recovery_contact",
        "escalation": "SELECT * FROM escalation",
        "outcome_route": "SELECT * FROM outcome_route",
        "agent_group": "SELECT * FROM agent_group",
        "agent_group_member": "SELECT * FROM agent_group_member",
        "agent": "SELECT * FROM agent",
        "agent_presence": "SELECT * FROM agent_presence",
        "account": "SELECT * FROM account",
        "account_team": "SELECT * FROM account_team",
        "contact": "SELECT * FROM contact",
        "staff": "SELECT * FROM staff",
    },
    "feedback": {
        "response": "SELECT * FROM response",
        "loop_case": "SELECT * FROM loop_case",
        "follow_up_run": "SELECT * FROM follow_up_run",
        "program": "SELECT * FROM program",
        "wave": "SELECT * FROM wave",
        "send_decision": """
            SELECT id, key, contact_id, program_id, wave_id, verdict, reason, at FROM send_decision""",
        "invitation": """
            SELECT id, decision_id, program_id, contact_id, quarantine_class, state, reserved_at, sent_at, ticket_id,
                   recovery_case_id, answer_id, trace_id, address, created_at, bounced_at, cancelled_at, expired_at,
                   wave_id, account_id
            FROM invitation""",
        "account": "SELECT * FROM account",
        "account_team": "SELECT * FROM account_team",
        "contact": "SELECT * FROM contact",
        "staff": "SELECT * FROM staff",
    },
    "onboarding": {
        "account": "SELECT * FROM account",
        "contact": "SELECT * FROM contact",
        "staff": "SELECT * FROM staff",
        "team_member": "SELECT * FROM team_member",
        "deal": "SELECT * FROM deal",
        "handoff": "SELECT * FROM handoff",
    },
    "analytics": {
        "fact": "SELECT event_id, source, type, subject, sequence, trace_id, data FROM fact",
        "account_team": "SELECT * FROM account_team",
        "group_lead": "SELECT * FROM group_lead",
        "staff_member": "SELECT * FROM staff_member",
        "assurance_rule": "SELECT rule_id, version FROM assurance_rule",
        "expectation": "SELECT * FROM expectation",
        "finding": "SELECT * FROM finding",
        "repair": "SELECT * FROM repair",
        "heartbeat": "SELECT service, at, received_at, jobs FROM heartbeat",
        "contribution": """
            SELECT metric, version, subject, at, numerator, denominator, value FROM contribution""",
        "metric_cell": """
            SELECT metric, version, hour, n, numerator, denominator FROM metric_cell WHERE group_by = ''""",
        "metric_stale_hour": "SELECT metric, version, hour FROM metric_stale_hour",
    },
}


async def read(dsn: str, service: str) -> tuple[dict[str, list[Row]], datetime]:
    """The tables of one service's database, by name, and the database's time."""
    connection = await asyncpg.connect(dsn, command_timeout=60)
    try:
        await _as_python(connection)
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            await connection.execute("SET LOCAL TimeZone = 'UTC'")
            now: datetime = await connection.fetchval("SELECT clock_timestamp()")
            tables = {
                name: [dict(row) for row in await connection.fetch(statement)]
                for name, statement in {**OF_ALL, **STATEMENTS[service]}.items()
            }
        return tables, now.astimezone(UTC)
    finally:
        await connection.close()


async def read_all(dsns: dict[str, str]) -> tuple[dict[str, dict[str, list[Row]]], datetime]:
    """All databases' tables, by service, and the earliest of their times."""
    services = sorted(STATEMENTS)
    found = await asyncio.gather(*(read(dsns[service], service) for service in services))
    return {service: tables for service, (tables, _) in zip(services, found, strict=True)}, min(now for _, now in found)


async def told(dsn: str, event_ids: list[str]) -> set[str]:
    """Which of these facts the service's outbox holds now."""
    connection = await asyncpg.connect(dsn, command_timeout=60)
    try:
        rows = await connection.fetch("SELECT event_id::text FROM outbox WHERE event_id = ANY ($1::uuid[])", event_ids)
        return {row["event_id"] for row in rows}
    finally:
        await connection.close()


async def _as_python(connection: Any) -> None:
    await connection.set_type_codec("uuid", encoder=str, decoder=str, schema="pg_catalog", format="text")
    await connection.set_type_codec("jsonb", encoder=json.dumps, decoder=json.loads, schema="pg_catalog")
