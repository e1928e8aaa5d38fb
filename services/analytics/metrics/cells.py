"""Adding up hours that have come to rest, so that reading them costs one row an hour and group."""

from sqlalchemy.ext.asyncio import AsyncSession

from shared.events.cause import Cause

REST_SECONDS = 60
"""An hour whose contributions changed more recently is left alone: it is likely to change again."""

# One mark says as much as a thousand.
FORGET_DOUBLES = """
DELETE FROM metric_stale_hour AS doubled USING metric_stale_hour AS newer
WHERE doubled.metric = newer.metric AND doubled.version = newer.version AND doubled.hour = newer.hour
  AND doubled.id < newer.id
"""

# Only marks that are visible here go: a writer who commits later leaves its own, so the hour stays stale.
TAKE_RESTED = """
DELETE FROM metric_stale_hour WHERE id IN (
  SELECT id FROM metric_stale_hour
  WHERE changed_at < clock_timestamp() - make_interval(secs => $1) ORDER BY id LIMIT $2
) RETURNING metric, version, hour
"""

CLEAR = """
DELETE FROM metric_cell USING unnest($1::text[], $2::int[], $3::timestamptz[]) AS rested (metric, version, hour)
WHERE metric_cell.metric = rested.metric AND metric_cell.version = rested.version AND metric_cell.hour = rested.hour
"""

ADD_UP = """
INSERT INTO metric_cell (metric, version, group_by, hour, group_value, n, numerator, denominator, squares, mature_at)
SELECT rested.metric, rested.version, group_by, rested.hour, group_value, count(*), sum(one.numerator),
       sum(one.denominator), sum(one.numerator * one.numerator), max(one.mature_at)
FROM (SELECT DISTINCT * FROM unnest($1::text[], $2::int[], $3::timestamptz[]) AS given (metric, version, hour)) rested
JOIN contribution AS one
  ON one.metric = rested.metric AND one.version = rested.version AND one.hour = rested.hour
CROSS JOIN LATERAL jsonb_each_text(one.groups || '{"": ""}') AS grouped (group_by, group_value)
GROUP BY rested.metric, rested.version, group_by, rested.hour, group_value
"""


async def add_up_hours(session: AsyncSession, cause: Cause, at_most: int, *, rest_seconds: float = REST_SECONDS) -> int:
    """Make the cells of hours that have come to rest; answers how many.

    Only one may run at a time (a job is leased). Readers see an hour's mark until its cells are there.
    """
    connection = await session.connection()
    await connection.exec_driver_sql(FORGET_DOUBLES)
    taken = await connection.exec_driver_sql(TAKE_RESTED, (rest_seconds, at_most))
    hours = [tuple(row) for row in taken]
    if hours:
        columns = tuple(list(column) for column in zip(*hours, strict=True))
        await connection.exec_driver_sql(CLEAR, columns)
        await connection.exec_driver_sql(ADD_UP, columns)
    return len(hours)
