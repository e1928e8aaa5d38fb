"""The limit of analytics: what one poll brought is written by one statement: fact, metric, evidence, what is owed.

It expects nothing but answers, none of which it has heard of, and neutral or negative ones. DATABASE_URL: a database
with analytics' tables, and a partition for this month's facts.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import uvloop
from pydantic_core import from_json, to_json

from tests.load.limits.reading import read

SAID = ("brand", "score", "locale", "source", "outcome", "survey_id", "account_id", "program_id", "survey_type")
GROUPS = ("brand", "locale", "source", "survey_id", "account_id", "program_id")
KEPT = ("silent", "outcome", "account_id", "contact_id", "response_id", "survey_type")

WRITE = """
WITH fresh AS (
    INSERT INTO inbox (event_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id
), moved AS (
    INSERT INTO consumer_position AS held (topic, partition, log_id, "offset")
    SELECT 'limit', partition, 'limit', "offset" FROM unnest($14::int[], $15::bigint[]) AS p (partition, "offset")
    ON CONFLICT (topic, partition) DO UPDATE SET "offset" = excluded."offset", moved_at = now()
), told AS (
    SELECT given.*, date_trunc('hour', answered_at, 'UTC') AS hour,
           CASE outcome WHEN 'negative' THEN -1 ELSE 0 END AS nps
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::timestamptz[], $7::timestamptz[],
                $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
         AS given (event_id, answer_id, account_id, trace_id, sequence, recorded_at, answered_at,
                   outcome, causation_id, data, said, groups, kept)
    JOIN fresh USING (event_id)
), fact AS (
    INSERT INTO fact (event_id, recorded_at, time, source, type, subject, sequence, trace_id, causation_id, actor, data)
    SELECT event_id, recorded_at, recorded_at, '/feedback', 'response.received.v1', answer_id::text, sequence, trace_id,
           causation_id, 'service/bench', data::jsonb
    FROM told
), owner AS (
    INSERT INTO metric_owner (kind, owner_id, said, seen_at)
    SELECT 'answer', answer_id, said::jsonb, recorded_at FROM told
), measured AS (
    SELECT 'nps' AS metric, told.*, nps AS numerator, NULL::timestamptz AS mature_at FROM told
    UNION ALL
    SELECT 'detractors_contacted_48h', told.*, 0, recorded_at + interval '8 days' FROM told WHERE outcome = 'negative'
), contributed AS (
    INSERT INTO contribution (metric, version, subject, owner_id, trace_id, at, hour, groups, numerator, denominator,
                              mature_at)
    SELECT metric, 1, answer_id, answer_id, trace_id, answered_at, hour, groups::jsonb, numerator, 1, mature_at
    FROM measured
), stale AS (
    INSERT INTO metric_stale_hour (metric, version, hour) SELECT DISTINCT metric, 1, hour FROM measured
), story AS (
    INSERT INTO story (match, subject_id) SELECT 'response_id', answer_id::text FROM told
), evidence AS (
    INSERT INTO evidence (match, subject_id, fact_id, type, source, subject, trace_id, time, recorded_at, data)
    SELECT 'response_id', answer_id::text, event_id, 'response.received.v1', '/feedback', answer_id::text, trace_id,
           recorded_at, recorded_at, kept::jsonb
    FROM told
)
INSERT INTO expectation (id, created_at, updated_at, rule_id, rule_version, step, service, type, match, subject_id,
                         trigger_fact_id, trigger_type, trigger_recorded_at, trace_id, account_id, due_at, state,
                         repaired, settle_at, settled_by, evidence)
SELECT uuidv7(), now(), now(), 'negative_response', 1, step, service, type, 'response_id', answer_id::text,
       event_id, 'response.received.v1', recorded_at, trace_id,
       CASE step WHEN 'notification_sent' THEN account_id END, recorded_at + due_after, 'open',
       false, recorded_at + due_after, CASE WHEN due_after IS NOT NULL THEN service END, '[]'
FROM told CROSS JOIN (VALUES
    ('escalation_opened', 'ticketing', 'escalation.opened.v1', interval '5 minutes'),
    ('notification_sent', 'ticketing', 'notification.sent.v1', NULL),
    ('recovery_planned', 'ticketing', 'recovery.planned.v1', NULL),
    ('recovery_contacted', 'ticketing', 'recovery.contacted.v1', NULL),
    ('loop_closed', 'feedback', 'loop.closed.v1', NULL)
) AS owed (step, service, type, due_after)
WHERE outcome = 'negative'
"""


def row(record: Any) -> tuple[Any, ...]:
    """What is written of a record."""
    headers, data = dict(record.headers), from_json(record.value)
    sequence, trace_id = int(headers["ce_sequence"]), headers["ce_correlationid"].decode()
    said = {"last": {"answer": [sequence, {"trace_id": trace_id, **{name: data[name] for name in SAID}}]}, "first": {}}
    return (
        UUID(headers["ce_id"].decode()),
        UUID(data["response_id"]),
        UUID(data["account_id"]),
        UUID(trace_id),
        sequence,
        datetime.fromisoformat(headers["ce_recordedtime"].decode()),
        datetime.fromisoformat(data["answered_at"]),
        data["outcome"],
        headers["ce_causationid"].decode(),
        record.value.decode(),
        to_json(said).decode(),
        to_json({name: data[name] or "" for name in GROUPS}).decode(),
        to_json({name: data[name] for name in KEPT}).decode(),
    )


if __name__ == "__main__":
    uvloop.run(read(WRITE, row))
