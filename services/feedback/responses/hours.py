"""Answers added up by the hour, and read from there: one row an hour and group, however many answered.

An hour is added up by a job once it lies HOURS_TO_REST behind. An answer that comes to such an hour later, or changes
there, marks it stale in its own transaction; a stale hour is read from the answers until it is added up anew. One that
is recorded within its own hour or the next leaves no mark, so the busiest statement writes nothing for scores. Both
rules ask the clock of the database, and they leave an hour between them: far more than a transaction may last.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.statements import fetch
from shared.events.cause import Cause

SCORED = ("nps", "csat", "ces")
"""The types of survey that have a score."""

GROUPED = ("program_id", "brand", "locale")
"""By what hours are added up besides all together. Accounts are too many: a sum of one answer saves nothing."""

FRESH = "interval '1 hour'"  # before this hour: an answer from then on need not mark its hour
RESTED = "interval '2 hours'"  # before this hour: what began before then is added up

# The statements are put together from names in this file alone, hence S608 is off.
COUNTED = "state = 'completed' AND score IS NOT NULL AND deleted_at IS NULL"
"""Which answers count, in SQL."""

MARK_LATE = f"""
marked AS (
    INSERT INTO score_stale_hour (survey_type, hour)
    SELECT survey_type, date_trunc('hour', answered_at, 'UTC') FROM made
    WHERE survey_type IN {SCORED} AND outcome <> 'unscored'
      AND answered_at < date_trunc('hour', statement_timestamp(), 'UTC') - {FRESH}
)"""  # noqa: S608
"""For the statement that records an answer; it knows it as `made`."""

MARK = "INSERT INTO score_stale_hour (survey_type, hour) VALUES ($1, $2)"

MARK_IF_LATE = f"""
INSERT INTO score_stale_hour (survey_type, hour)
SELECT $1, $2::timestamptz WHERE $2::timestamptz < date_trunc('hour', statement_timestamp(), 'UTC') - {FRESH}
"""

FIRST = f"""
SELECT date_trunc('hour', least(min(found.answered_at), now() - {RESTED}), 'UTC') AS hour
FROM unnest(ARRAY{list(SCORED)}) AS scored (type)
CROSS JOIN LATERAL (SELECT min(answered_at) AS answered_at FROM response WHERE survey_type = scored.type) AS found
"""  # noqa: S608

BEGIN = f"""
INSERT INTO score_progress (added_until, checked_until) SELECT hour, hour FROM ({FIRST}) AS first
ON CONFLICT DO NOTHING
"""  # noqa: S608

TAKE_STALE = """
WITH chosen AS (SELECT DISTINCT survey_type, hour FROM score_stale_hour ORDER BY hour LIMIT $1)
DELETE FROM score_stale_hour AS stale USING chosen
WHERE stale.survey_type = chosen.survey_type AND stale.hour = chosen.hour
RETURNING stale.survey_type, stale.hour
"""

GO_ON = f"""
UPDATE score_progress SET
  added_until = greatest(added_until,
                         least(added_until + $1 * interval '1 hour', date_trunc('hour', now(), 'UTC') - {RESTED})),
  checked_until = CASE WHEN checked_until >= added_until THEN ({FIRST})
                       ELSE least(checked_until + $1 * interval '1 hour', added_until) END
RETURNING old.added_until AS rested_from, new.added_until AS rested_until,
          old.checked_until AS checked_from, new.checked_until AS checked_until
"""  # noqa: S608

CLEAR = """
DELETE FROM score_hour USING unnest($1::text[], $2::timestamptz[]) AS given (survey_type, hour)
WHERE score_hour.survey_type = given.survey_type AND score_hour.hour = given.hour
"""

_SUMS = """
count(*), count(*) FILTER (WHERE outcome = 'positive'), count(*) FILTER (WHERE outcome = 'neutral'),
count(*) FILTER (WHERE outcome = 'negative'), sum(score), sum(score * score)"""


def _add_up(source: str) -> str:
    sets = ", ".join(f"({name})" for name in GROUPED)
    named = " ".join(f"WHEN grouping({name}) = 0 THEN '{name}'" for name in GROUPED)
    valued = " ".join(f"WHEN grouping({name}) = 0 THEN {name}::text" for name in GROUPED)
    return f"""
INSERT INTO score_hour (survey_type, group_by, hour, group_value, n, positives, neutrals, negatives, total, squares)
SELECT survey_type, CASE {named} ELSE '' END, hour, coalesce(CASE {valued} END, ''), {_SUMS}
FROM ({source}) AS answered WHERE {COUNTED}
GROUP BY survey_type, hour, GROUPING SETS ((), {sets})
"""  # noqa: S608


ADD_UP = _add_up("""
  SELECT response.*, given.hour FROM unnest($1::text[], $2::timestamptz[]) AS given (survey_type, hour)
  JOIN response ON response.survey_type = given.survey_type
    AND answered_at >= given.hour AND answered_at < given.hour + interval '1 hour'
""")
ADD_UP_RESTED = _add_up(f"""
  SELECT response.*, date_trunc('hour', answered_at, 'UTC') AS hour FROM response
  WHERE survey_type IN {SCORED} AND answered_at >= $1 AND answered_at < $2
""")  # noqa: S608

# What no mark told of (a process of an earlier release, a hand in the tables) is found within hours.
MARK_WRONG = f"""
INSERT INTO score_stale_hour (survey_type, hour)
SELECT survey_type, hour FROM (
  SELECT survey_type, date_trunc('hour', answered_at, 'UTC'), {_SUMS} FROM response
  WHERE survey_type IN {SCORED} AND answered_at >= $1 AND answered_at < $2 AND {COUNTED} GROUP BY 1, 2
) AS counted (survey_type, hour, n, positives, neutrals, negatives, total, squares)
FULL JOIN (
  SELECT survey_type, hour, n, positives, neutrals, negatives, total, squares FROM score_hour
  WHERE survey_type IN {SCORED} AND group_by = '' AND hour >= $1 AND hour < $2
) AS added USING (survey_type, hour)
WHERE (counted.n, counted.positives, counted.neutrals, counted.negatives, counted.total, counted.squares)
  IS DISTINCT FROM (added.n, added.positives, added.neutrals, added.negatives, added.total, added.squares)
"""  # noqa: S608


def _tallies(group_by: str | None) -> str:
    group = f"coalesce({group_by}::text, '')" if group_by else "''"
    one = f"""
  SELECT answered_at, {group}, 1, (outcome = 'positive')::int, (outcome = 'neutral')::int,
         (outcome = 'negative')::int, score, score * score
  FROM response WHERE survey_type = $1 AND {COUNTED} AND answered_at >= $2 AND answered_at < $3"""  # noqa: S608
    # $1 survey type, $2 from, $3 until, $4 hours that are cut, $5 the periods' beginnings, $6 how many
    return f"""
WITH added AS (SELECT coalesce(max(added_until), '-infinity') AS until FROM score_progress),
raw AS (
  SELECT hour FROM (
    SELECT unnest($4::timestamptz[]) AS hour
    UNION
    SELECT hour FROM score_stale_hour
    WHERE survey_type = $1 AND hour > $2::timestamptz - interval '1 hour' AND hour < $3::timestamptz
  ) AS named WHERE hour < (SELECT until FROM added)
), part (at, grouped, n, positives, neutrals, negatives, total, squares) AS (
  SELECT hour, group_value, n, positives, neutrals, negatives, total, squares FROM score_hour
  WHERE survey_type = $1 AND group_by = '{group_by or ""}' AND hour >= $2::timestamptz AND hour < $3::timestamptz
    AND hour < (SELECT until FROM added) AND hour NOT IN (SELECT hour FROM raw)
  UNION ALL
  SELECT single.* FROM raw CROSS JOIN LATERAL ({one}
    AND answered_at >= raw.hour AND answered_at < raw.hour + interval '1 hour') AS single
  UNION ALL{one} AND answered_at >= (SELECT until FROM added)
)
SELECT width_bucket(at, $5::timestamptz[]) AS place, nullif(grouped, '') AS grouped, sum(n)::bigint AS n,
       sum(positives)::bigint AS positives, sum(neutrals)::bigint AS neutrals, sum(negatives)::bigint AS negatives,
       sum(total)::bigint AS total, sum(squares)::bigint AS squares
FROM part GROUP BY 1, part.grouped ORDER BY 1, 2 LIMIT $6
"""  # noqa: S608


TALLIES = {group_by: _tallies(group_by) for group_by in (None, *GROUPED)}


async def mark_late(session: AsyncSession, survey_type: str, answered_at: datetime) -> None:
    """Say that an answer counts from now on, if it was given so long ago that its hour may be added up."""
    if survey_type in SCORED:
        await fetch(session, MARK_IF_LATE, survey_type, hour_of(answered_at))


async def mark(session: AsyncSession, survey_type: str, answered_at: datetime) -> None:
    """Say in the transaction that changes a counted answer that its hour is to be added up anew."""
    if survey_type in SCORED:
        await fetch(session, MARK, survey_type, hour_of(answered_at))


async def add_up_hours(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Add up stale hours anew and those that have come to rest; answers how many. Checks some older ones.

    at_most: hours of each kind. Only one may run at a time (a job is leased).
    """
    await fetch(session, BEGIN)
    [on] = await fetch(session, GO_ON, at_most)
    # Only marks that are visible here go: who commits later leaves its own, so the hour stays stale.
    marked = {(row.survey_type, row.hour) for row in await fetch(session, TAKE_STALE, at_most)}
    if stale := sorted(mark for mark in marked if mark[1] < on.rested_from):  # the others were not added up yet
        given = tuple(list(column) for column in zip(*stale, strict=True))
        await fetch(session, CLEAR, *given)
        await fetch(session, ADD_UP, *given)
    if on.rested_from < on.rested_until:
        await fetch(session, ADD_UP_RESTED, on.rested_from, on.rested_until)
    if on.checked_from < on.checked_until:
        await fetch(session, MARK_WRONG, on.checked_from, on.checked_until)
    return len(marked) + int((on.rested_until - on.rested_from).total_seconds()) // 3600


async def tallies(
    session: AsyncSession, survey_type: str, group_by: str | None, edges: Sequence[datetime], limit: int | None
) -> Sequence[Any]:
    """What was counted of each period (by its place, from 1) and group in which anybody answered.

    edges: where the periods begin, and the end of the last.
    """
    cut = sorted({hour_of(edge) for edge in edges if hour_of(edge) != edge})
    return await fetch(session, TALLIES[group_by], survey_type, edges[0], edges[-1], cut, list(edges[:-1]), limit)


def hour_of(instant: datetime) -> datetime:
    """The beginning of the instant's hour in UTC."""
    return instant.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
