"""The ledger's tables in sets: a few statements for a batch of facts, however many stories it touches."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy.ext.asyncio import AsyncSession

from services.analytics.assurance.rules import Happened

StoryKey = tuple[str, str]
"""(match, subject_id), as in ("response_id", "01a2…")."""

Row = dict[str, Any]
"""An expectation's columns."""

# The update that never applies locks the row that is there (PostgreSQL, INSERT, "ON CONFLICT"): one statement
# makes or locks all stories, in key order, and writes no second version of any.
LOCK = """
INSERT INTO story (match, subject_id)
SELECT match, subject_id FROM unnest($1::text[], $2::text[]) AS key (match, subject_id)
ORDER BY match, subject_id
ON CONFLICT (match, subject_id) DO UPDATE SET match = excluded.match WHERE false
"""

# A rule that came later may need a field that was not kept when the fact came.
KEEP = """
INSERT INTO evidence AS held (match, subject_id, fact_id, type, source, subject, trace_id, time, recorded_at, data)
SELECT match, subject_id, fact_id, type, source, subject, trace_id, time, recorded_at, data::jsonb
FROM unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[],
            $8::timestamptz[], $9::timestamptz[], $10::text[])
     AS came (match, subject_id, fact_id, type, source, subject, trace_id, time, recorded_at, data)
ON CONFLICT (match, subject_id, fact_id) DO UPDATE SET data = held.data || excluded.data
WHERE NOT held.data @> excluded.data
"""

# LATERAL keeps to one look-up in the index for each story, whatever the planner knows of a table that grew.
FACTS = """
SELECT kept.* FROM unnest($1::text[], $2::text[]) AS key (match, subject_id)
CROSS JOIN LATERAL (
  SELECT match, subject_id, fact_id, type, source, subject, trace_id, time, recorded_at, data
  FROM evidence WHERE evidence.match = key.match AND evidence.subject_id = key.subject_id OFFSET 0
) AS kept
"""

EXPECTATIONS = """
SELECT held.* FROM unnest($1::text[], $2::text[]) AS key (match, subject_id)
CROSS JOIN LATERAL (
  SELECT id, match, subject_id, rule_id, rule_version, trigger_fact_id, trace_id, step, service, target_id,
         account_id, group_id, due_at, state, reason, repaired, met_at, decided_at, settle_at, settled_by, evidence,
         finding_id, repair_requested_at
  FROM expectation WHERE expectation.match = key.match AND expectation.subject_id = key.subject_id OFFSET 0
) AS held
"""

INSERT = "INSERT INTO expectation SELECT * FROM json_populate_recordset(NULL::expectation, $1)"

UPDATE = """
UPDATE expectation AS held
SET target_id = now.target_id, account_id = now.account_id, group_id = now.group_id, due_at = now.due_at,
    state = now.state, reason = now.reason, repaired = now.repaired, met_at = now.met_at,
    decided_at = now.decided_at, settle_at = now.settle_at, settled_by = now.settled_by,
    evidence = now.evidence, finding_id = now.finding_id, updated_at = now.updated_at
FROM json_to_recordset($1) AS now (
    id uuid, target_id uuid, account_id uuid, group_id uuid, due_at timestamptz, state text, reason text,
    repaired boolean, met_at timestamptz, decided_at timestamptz, settle_at timestamptz, settled_by text,
    evidence jsonb, finding_id uuid, updated_at timestamptz)
WHERE held.id = now.id
"""

OWED_TO_PEOPLE = """
SELECT DISTINCT match, subject_id
FROM expectation JOIN unnest($1::uuid[], $2::timestamptz[]) AS changed (id, since)
  ON {column} = changed.id AND due_at >= changed.since
"""

UNSETTLED = """
SELECT DISTINCT match, subject_id FROM (
  SELECT match, subject_id
  FROM unnest($1::text[], $2::timestamptz[]) AS known (service, until) CROSS JOIN LATERAL (
    SELECT match, subject_id, settle_at FROM expectation
    WHERE settled_by = known.service AND settle_at < known.until AND state = 'open' AND settle_at IS NOT NULL
    ORDER BY settle_at LIMIT $3
  ) AS one_service
  ORDER BY settle_at LIMIT $3
) AS due
"""


async def lock(session: AsyncSession, keys: Collection[StoryKey]) -> None:
    """Hold these stories until the transaction ends; whatever writes an expectation holds its story."""
    connection = await session.connection()
    await connection.exec_driver_sql(LOCK, _columns(keys))


async def keep(session: AsyncSession, facts: Sequence[tuple[StoryKey, Happened]]) -> None:
    """Keep facts under their stories."""
    connection = await session.connection()
    await connection.exec_driver_sql(
        KEEP,
        (
            [match for (match, _), _ in facts],
            [subject_id for (_, subject_id), _ in facts],
            [fact.fact_id for _, fact in facts],
            [fact.type for _, fact in facts],
            [fact.source for _, fact in facts],
            [fact.subject for _, fact in facts],
            [fact.trace_id for _, fact in facts],
            [fact.time for _, fact in facts],
            [fact.recorded_at for _, fact in facts],
            [to_json(fact.data).decode() for _, fact in facts],
        ),
    )


async def facts_of(session: AsyncSession, keys: Collection[StoryKey]) -> dict[StoryKey, list[Happened]]:
    """What has happened in these stories."""
    connection = await session.connection()
    found: dict[StoryKey, list[Happened]] = {}
    rows: Iterable[Any] = await connection.exec_driver_sql(FACTS, _columns(keys))
    for row in rows:
        match, subject_id, fact_id, type_, source, subject, trace_id, time, recorded_at, data = row
        fact = Happened(fact_id, type_, source, subject, trace_id, time, recorded_at, data)
        found.setdefault((match, subject_id), []).append(fact)
    return found


async def expectations_of(session: AsyncSession, keys: Collection[StoryKey]) -> dict[StoryKey, list[Row]]:
    """What the ledger says of these stories."""
    connection = await session.connection()
    found: dict[StoryKey, list[Row]] = {}
    for row in (await connection.exec_driver_sql(EXPECTATIONS, _columns(keys))).mappings():
        found.setdefault((row["match"], row["subject_id"]), []).append(dict(row))
    return found


async def write(session: AsyncSession, *, new: Sequence[Row], changed: Sequence[Row]) -> None:
    """Insert and overwrite expectations."""
    connection = await session.connection()
    for statement, rows in ((INSERT, new), (UPDATE, changed)):
        if rows:
            await connection.exec_driver_sql(statement, (to_json(rows).decode(),))


async def owed_to_teams(session: AsyncSession, changed: Mapping[UUID, datetime]) -> set[StoryKey]:
    """The stories in which something is owed to the teams of accounts that changed before it was due.

    changed: {account_id: when}.
    """
    return await _owed(session, "account_id", changed)


async def owed_to_leads(session: AsyncSession, changed: Mapping[UUID, datetime]) -> set[StoryKey]:
    """The same for the leads of groups."""
    return await _owed(session, "group_id", changed)


async def unsettled(session: AsyncSession, known_until: Mapping[str, datetime], *, at_most: int) -> set[StoryKey]:
    """The stories with an open step that may be decided against. known_until: {service: until}."""
    connection = await session.connection()
    rows: Iterable[Any] = await connection.exec_driver_sql(
        UNSETTLED, (list(known_until), list(known_until.values()), at_most)
    )
    return {(match, subject_id) for match, subject_id in rows}


async def _owed(session: AsyncSession, column: str, changed: Mapping[UUID, datetime]) -> set[StoryKey]:
    if not changed:
        return set()
    connection = await session.connection()
    rows: Iterable[Any] = await connection.exec_driver_sql(
        OWED_TO_PEOPLE.format(column=column), (list(changed), list(changed.values()))
    )
    return {(match, subject_id) for match, subject_id in rows}


def _columns(keys: Iterable[StoryKey]) -> tuple[list[str], list[str]]:
    ordered = sorted(keys)
    return [match for match, _ in ordered], [subject_id for _, subject_id in ordered]
