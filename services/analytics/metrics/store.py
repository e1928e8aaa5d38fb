"""The tables of metrics in sets: a few statements for a batch of facts, however many subjects it touches."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CursorResult
from sqlalchemy.ext.asyncio import AsyncSession

from services.analytics.metrics.contribution import Contribution, Kept, Key
from services.analytics.metrics.definitions import SUMMED
from services.analytics.metrics.periods import hour_of
from services.analytics.metrics.reading import Owner
from services.analytics.metrics.registers import Registers

# The update that never applies locks the row that is there (PostgreSQL, INSERT, "ON CONFLICT"): one statement
# makes the new owners and locks the known ones, in key order, and answers only those that it made.
MAKE_OR_LOCK = """
INSERT INTO metric_owner (kind, owner_id, said, seen_at)
SELECT kind, owner_id, said::jsonb, seen_at
FROM unnest($1::text[], $2::uuid[], $3::text[], $4::timestamptz[]) AS owner (kind, owner_id, said, seen_at)
ORDER BY kind, owner_id
ON CONFLICT (kind, owner_id) DO UPDATE SET kind = excluded.kind WHERE false
RETURNING kind, owner_id
"""

# After the lock, in a statement of its own: only so does it see what those who held the lock before wrote.
SAID = """
SELECT kind, owner_id, said, seen_at
FROM metric_owner JOIN unnest($1::text[], $2::uuid[]) AS owner (kind, owner_id) USING (kind, owner_id)
"""

SAY = """
UPDATE metric_owner SET said = now.said::jsonb, seen_at = now.seen_at
FROM unnest($1::text[], $2::uuid[], $3::text[], $4::timestamptz[]) AS now (kind, owner_id, said, seen_at)
WHERE metric_owner.kind = now.kind AND metric_owner.owner_id = now.owner_id
"""

PUT = """
INSERT INTO contribution (metric, version, subject, owner_id, trace_id, at, hour, groups, numerator, denominator, value,
                          mature_at)
SELECT metric, version, subject, owner_id, trace_id, at, hour, groups::jsonb, numerator, denominator, value, mature_at
FROM unnest($1::text[], $2::int[], $3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[], $7::timestamptz[], $8::text[],
            $9::bigint[], $10::bigint[], $11::float8[], $12::timestamptz[])
     AS given (metric, version, subject, owner_id, trace_id, at, hour, groups, numerator, denominator, value, mature_at)
ORDER BY metric, version, subject
ON CONFLICT (metric, version, subject) DO UPDATE
SET owner_id = excluded.owner_id, trace_id = excluded.trace_id, at = excluded.at, hour = excluded.hour,
    groups = excluded.groups, numerator = excluded.numerator, denominator = excluded.denominator,
    value = excluded.value, mature_at = excluded.mature_at
"""

TAKE = """
DELETE FROM contribution USING unnest($1::text[], $2::int[], $3::uuid[]) AS gone (metric, version, subject)
WHERE contribution.metric = gone.metric AND contribution.version = gone.version
  AND contribution.subject = gone.subject
"""

HELD = """
SELECT contribution.* FROM contribution
JOIN unnest($1::text[], $2::int[], $3::uuid[]) AS given (metric, version, subject) USING (metric, version, subject)
"""

# LATERAL keeps to one look-up in the index for each metric and story, whatever the planner knows of a table that grew.
HELD_OF_TRACES = """
SELECT held.* FROM unnest($1::text[], $2::int[]) AS kept (metric, version) CROSS JOIN LATERAL (
  SELECT * FROM contribution
  WHERE metric = kept.metric AND version = kept.version AND trace_id = ANY($3::uuid[]) OFFSET 0
) AS held
"""

MARK_STALE = """
INSERT INTO metric_stale_hour (metric, version, hour)
SELECT * FROM unnest($1::text[], $2::int[], $3::timestamptz[])
"""


@dataclass(frozen=True, slots=True)
class Heard:
    """What an owner's facts say together, and the latest event time among them."""

    said: Registers
    seen_at: datetime

    def merged(self, other: "Heard") -> "Heard":
        """Both together."""
        return Heard(self.said.merged(other.said), max(self.seen_at, other.seen_at))


@dataclass(frozen=True, slots=True)
class Change:
    """A contribution before and after; None where there is none."""

    before: Contribution | None
    after: Contribution | None

    @property
    def key(self) -> Key:
        """Of the contribution that changes."""
        one = self.before or self.after
        assert one is not None
        return one.key


async def make_or_lock(session: AsyncSession, heard: Mapping[Owner, Heard]) -> set[Owner]:
    """Store the owners that are new, and lock all of them until the transaction ends; answers the new ones."""
    connection = await session.connection()
    made = await connection.exec_driver_sql(MAKE_OR_LOCK, _owner_rows(heard))
    return {Owner(row.kind, row.owner_id) for row in made}


async def heard_of(session: AsyncSession, owners: Iterable[Owner]) -> dict[Owner, Heard]:
    """What is stored of these owners."""
    wanted = sorted(owners)
    if not wanted:
        return {}
    connection = await session.connection()
    rows = await connection.exec_driver_sql(SAID, _columns(wanted, 2))
    return {Owner(row.kind, row.owner_id): Heard(Registers.of_json(row.said), row.seen_at) for row in rows}


async def say(session: AsyncSession, heard: Mapping[Owner, Heard]) -> None:
    """Overwrite what is stored of these owners, which the caller has locked."""
    if heard:
        connection = await session.connection()
        await connection.exec_driver_sql(SAY, _owner_rows(heard))


async def write(session: AsyncSession, changes: Iterable[Change]) -> None:
    """Put, replace and take away contributions, and mark the hours that they change."""
    real = [change for change in changes if change.before != change.after]
    put = [change.after for change in real if change.after is not None]
    taken = [change.before.key for change in real if change.before is not None and change.after is None]
    stale = {
        (one.metric, one.version, hour_of(one.at))
        for change in real
        for one in (change.before, change.after)
        if one is not None and (one.metric, one.version) in SUMMED
    }
    connection = await session.connection()
    if put:
        await connection.exec_driver_sql(PUT, _columns([_row(one) for one in put], 12))
    if taken:
        await connection.exec_driver_sql(TAKE, _columns(sorted(taken), 3))
    if stale:
        await connection.exec_driver_sql(MARK_STALE, _columns(sorted(stale), 3))


async def held(session: AsyncSession, keys: Iterable[Key]) -> dict[Key, Contribution]:
    """The contributions with these keys."""
    wanted = sorted(keys)
    if not wanted:
        return {}
    connection = await session.connection()
    rows = await connection.exec_driver_sql(HELD, _columns(wanted, 3))
    return _by_key(rows)


async def held_of_traces(
    session: AsyncSession, kept: Sequence[Kept], traces: Sequence[UUID]
) -> dict[Key, Contribution]:
    """The contributions of these metrics that belong to these stories."""
    connection = await session.connection()
    rows = await connection.exec_driver_sql(HELD_OF_TRACES, (*_columns(kept, 2), list(traces)))
    return _by_key(rows)


def _by_key(rows: CursorResult[Any]) -> dict[Key, Contribution]:
    found = (Contribution(**{name: row[name] for name in _FIELDS}) for row in rows.mappings())
    return {one.key: one for one in found}


_FIELDS = [field.name for field in fields(Contribution)]


def _row(one: Contribution) -> tuple[Any, ...]:
    return (
        one.metric,
        one.version,
        one.subject,
        one.owner_id,
        one.trace_id,
        one.at,
        hour_of(one.at),
        json.dumps(one.groups, separators=(",", ":")),
        one.numerator,
        one.denominator,
        one.value,
        one.mature_at,
    )


def _owner_rows(heard: Mapping[Owner, Heard]) -> tuple[list[Any], ...]:
    rows = [(*owner, heard[owner].said.as_json(), heard[owner].seen_at) for owner in sorted(heard)]
    return _columns(rows, 4)


def _columns(rows: Sequence[Sequence[Any]], width: int) -> tuple[list[Any], ...]:
    """Rows as the arrays that `unnest` takes."""
    return tuple([row[place] for row in rows] for place in range(width))
