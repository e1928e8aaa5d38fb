"""Taking a contact out of analytics' tables. What metrics and verdicts rest on stays, and so all numbers."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from pydantic_core import to_json
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.analytics import AutomationRepairRequested
from shared.db.statements import fetch
from shared.features.privacy.person import Found, Person
from shared.features.privacy.redaction import IN_FACTS, redacted

# Written so that ix_fact_contact_id, ix_fact_respondent_email and ix_fact_trace_id lead to them.
_THEIRS = """
SELECT event_id, recorded_at, trace_id, type, subject, data FROM fact
WHERE data ->> 'contact_id' = $1::text
  AND type IN ('contact.created.v1', 'contact.updated.v1', 'response.received.v1', 'response.edited.v1')
UNION
SELECT event_id, recorded_at, trace_id, type, subject, data FROM fact
WHERE lower((data -> 'respondent') ->> 'email') = ANY ($2::text[])
  AND type IN ('response.received.v1', 'response.edited.v1') AND data -> 'respondent' <> 'null'
"""
_REPAIRS = """
SELECT event_id, recorded_at, trace_id, type, subject, data FROM fact
WHERE trace_id = ANY ($1::uuid[]) AND type = $2
"""
_TELL_LESS = """
UPDATE fact SET data = now.data::jsonb
FROM unnest($1::uuid[], $2::timestamptz[], $3::text[]) AS now (event_id, recorded_at, data)
WHERE fact.event_id = now.event_id AND fact.recorded_at = now.recorded_at
"""
# A rule may name a field that holds words: then the ledger has it too.
_EVIDENCE = """
UPDATE evidence SET data = data - $2::text[]
WHERE match = 'response_id' AND subject_id = ANY ($1::text[]) AND fact_id = ANY ($3::uuid[]) AND data ?| $2::text[]
RETURNING fact_id
"""


async def facts(session: AsyncSession, person: Person, at: datetime) -> Found:
    """The facts that told their data or words, and the repairs that carried one of these as their trigger."""
    theirs = await fetch(session, _THEIRS, str(person.contact_id), list(person.addresses))
    stories = sorted({row.trace_id for row in theirs if row.type.startswith("response.")})
    repairs = await fetch(session, _REPAIRS, stories, AutomationRepairRequested.fact_type)
    about = {row.subject for row in theirs} | {str(person.contact_id)}
    repairs = [row for row in repairs if row.data["trigger"]["subject"] in about]
    records = await _tell_less(session, [*theirs, *repairs], person.addresses)
    kept = await fetch(session, _EVIDENCE, sorted(about), sorted(IN_FACTS), [row.event_id for row in theirs])
    return Found(records=records + len(kept))


async def _tell_less(session: AsyncSession, rows: Sequence[Any], addresses: Collection[str]) -> int:
    less = [(row, redacted(row.data, IN_FACTS, addresses)) for row in rows]
    changed = [(row, data) for row, data in less if data != row.data]
    await fetch(
        session,
        _TELL_LESS,
        [row.event_id for row, _ in changed],
        [row.recorded_at for row, _ in changed],
        [to_json(data).decode() for _, data in changed],
    )
    return len(changed)


PLACES = (facts,)
