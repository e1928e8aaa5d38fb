"""Reading metrics: sums over the cells, quantiles over the contributions.

What is read for a sum is one cell for each hour and group of the time asked for, however many tickets they
stand for; only hours that changed since their cells were made, and hours that a boundary cuts in two (a day of
India begins half past an hour), are added up from the contributions. A quantile needs each value: it reads the
contributions of the time asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from services.analytics.metrics import paging, periods, reading
from services.analytics.metrics.contribution import UNKNOWN
from services.analytics.metrics.definitions import EVERY_FACT, METRICS, Metric
from services.analytics.metrics.errors import TooManyPeriods, UnknownMetric
from services.analytics.metrics.paging import Place
from services.analytics.metrics.values import Total, Value, value_of
from shared.http.errors import Invalid, place

# $1 metric, $2 version, $3 group_by or '', $4 from, $5 until, $6 hours that are cut
PARTS = """
WITH raw AS (
  SELECT unnest($6::timestamptz[]) AS hour
  UNION
  SELECT hour FROM metric_stale_hour
  WHERE metric = $1 AND version = $2 AND hour > $4::timestamptz - interval '1 hour' AND hour < $5::timestamptz
), part AS (
  SELECT hour AS at, group_value, n, numerator, denominator, squares, mature_at
  FROM metric_cell
  WHERE metric = $1 AND version = $2 AND group_by = $3 AND hour >= $4::timestamptz AND hour < $5::timestamptz
    AND hour NOT IN (SELECT hour FROM raw)
  UNION ALL
  SELECT one.at, coalesce(one.groups ->> $3, ''), 1, one.numerator, one.denominator,
         one.numerator * one.numerator, one.mature_at
  FROM raw JOIN contribution AS one ON one.metric = $1 AND one.version = $2 AND one.hour = raw.hour
  WHERE one.at >= $4::timestamptz AND one.at < $5::timestamptz
)
"""

# $7 the periods' edges, $8 the groups or null for all
TOTALS = (
    PARTS
    + """
SELECT width_bucket(at, $7::timestamptz[]) - 1 AS period, group_value, sum(n)::bigint AS n,
       sum(numerator)::bigint AS numerator, sum(denominator)::bigint AS denominator,
       sum(squares)::bigint AS squares, max(mature_at) AS mature_at
FROM part WHERE $8::text[] IS NULL OR group_value = ANY($8::text[])
GROUP BY 1, 2
"""
)

# $7 the group to begin after, or null, $8 how many
GROUPS = (
    PARTS
    + """
SELECT DISTINCT group_value FROM part WHERE $7::text IS NULL OR group_value > $7::text ORDER BY 1 LIMIT $8
"""
)

# $6 the periods' edges, $7 the groups or null for all, $8 the quantile
QUANTILES = """
SELECT width_bucket(at, $6::timestamptz[]) - 1 AS period, coalesce(groups ->> $3, '') AS group_value,
       count(value) AS n, percentile_cont($8::float8) WITHIN GROUP (ORDER BY value) AS quantile,
       count(*) FILTER (WHERE value IS NULL) AS left_out, max(mature_at) AS mature_at
FROM contribution
WHERE metric = $1 AND version = $2 AND hour > $4::timestamptz - interval '1 hour' AND hour < $5 AND at >= $4 AND at < $5
  AND ($7::text[] IS NULL OR coalesce(groups ->> $3, '') = ANY($7::text[]))
GROUP BY 1, 2
"""

# $6 the group to begin after, or null, $7 how many
QUANTILE_GROUPS = """
SELECT DISTINCT coalesce(groups ->> $3, '') AS group_value FROM contribution
WHERE metric = $1 AND version = $2 AND hour > $4::timestamptz - interval '1 hour' AND hour < $5 AND at >= $4 AND at < $5
  AND ($6::text IS NULL OR coalesce(groups ->> $3, '') > $6)
ORDER BY 1 LIMIT $7
"""

WATERMARK = """
SELECT max(seen_at) FROM (
  SELECT (SELECT max(seen_at) FROM metric_owner WHERE kind = asked.kind) AS seen_at
  FROM unnest($1::text[]) AS asked (kind)
) AS newest
"""


@dataclass(frozen=True, slots=True)
class Item:
    """A value with its period and its group, None where it is of all or of no known group."""

    starts_at: datetime
    ends_at: datetime
    group: str | None
    value: Value


def metric(metric_id: str) -> Metric:
    """A metric's definition. Raises UnknownMetric."""
    try:
        return METRICS[metric_id]
    except KeyError:
        raise UnknownMetric("GET /v1/metrics lists them.") from None


def edges(starts_at: datetime, ends_at: datetime, interval: periods.Interval | None, timezone: str) -> list[datetime]:
    """The edges of the periods that were asked for. Raises Invalid and TooManyPeriods."""
    if ends_at <= starts_at:
        raise Invalid(errors=[place("query", "to", msg="It must lie after `from`", code="backwards")])
    try:
        return periods.edges(starts_at, ends_at, interval, ZoneInfo(timezone))
    except periods.TooMany:
        why = f"At most {periods.MOST} periods fit into one answer"
        raise TooManyPeriods(errors=[place("query", "interval", msg=why, code="too_many_periods")]) from None


async def page(
    session: AsyncSession,
    asked: Metric,
    bounds: Sequence[datetime],
    group_by: str | None,
    *,
    as_of: datetime,
    after: Place | None,
    limit: int,
) -> tuple[list[Item], Place | None]:
    """The next values in the order of their groups, then of time, and the place of the last unless it is the end.

    bounds: the periods' edges. Each period is listed for each group that has anything in any of them.
    Raises Invalid where the metric is not grouped so.
    """
    if group_by is not None and group_by not in asked.groups:
        allowed = ", ".join(asked.groups)
        why = f"This metric is grouped by one of {allowed}"
        raise Invalid(errors=[place("query", "group_by", msg=why, code="group_by")])
    need = paging.need(after, len(bounds) - 1, limit)
    groups = await _groups(session, asked, bounds, group_by, need)
    places, more = paging.page(need.rest, groups, len(bounds) - 1, limit)
    found = await _totals_of(session, asked, bounds, group_by, places)
    items = [
        Item(
            starts_at=bounds[period],
            ends_at=bounds[period + 1],
            group=None if group == UNKNOWN else group,
            value=value_of(asked, found.get((group, period), Total()), as_of),
        )
        for group, period in places
    ]
    return items, places[-1] if more else None


async def _groups(
    session: AsyncSession, asked: Metric, bounds: Sequence[datetime], group_by: str | None, need: paging.Need
) -> list[str]:
    if need.groups == 0:
        return []
    if group_by is None:
        return [UNKNOWN] if need.after is None else []
    found = await groups_after(session, asked, bounds, group_by, need.after, need.groups)
    # Where there is nothing at all, the empty periods are listed once.
    return found if found or need.after is not None else [UNKNOWN]


async def _totals_of(
    session: AsyncSession, asked: Metric, bounds: Sequence[datetime], group_by: str | None, places: list[Place]
) -> dict[Place, Total]:
    """The totals of these places, reading no more time than they span."""
    if not places:
        return {}
    first, last = min(period for _, period in places), max(period for _, period in places)
    groups = None if group_by is None else sorted({group for group, _ in places})
    found = await totals(session, asked, bounds[first : last + 2], group_by=group_by, groups=groups)
    return {(group, period + first): total for (group, period), total in found.items()}


async def totals(
    session: AsyncSession,
    asked: Metric,
    edges: Sequence[datetime],
    *,
    group_by: str | None = None,
    groups: Sequence[str] | None = None,
) -> dict[Place, Total]:
    """What the contributions come to, for each group and period that has any.

    edges: where the periods begin, and the end of the last. groups: only these.
    """
    connection = await session.connection()
    place = _place(asked, edges, group_by)
    wanted = None if groups is None else list(groups)
    if asked.kind == "quantile":
        rows = await connection.exec_driver_sql(QUANTILES, (*place, list(edges), wanted, asked.quantile))
    else:
        cut = periods.cut_hours(list(edges))
        rows = await connection.exec_driver_sql(TOTALS, (*place, cut, list(edges), wanted))
    found: dict[Place, Total] = {}
    for row in rows.mappings():
        sums = dict(row)
        where = (sums.pop("group_value"), sums.pop("period"))
        found[where] = Total(**sums)
    return found


async def groups_after(
    session: AsyncSession, asked: Metric, edges: Sequence[datetime], group_by: str, after: str | None, limit: int
) -> list[str]:
    """The next groups that have any contribution in the time asked for, in order."""
    connection = await session.connection()
    place = _place(asked, edges, group_by)
    if asked.kind == "quantile":
        rows = await connection.exec_driver_sql(QUANTILE_GROUPS, (*place, after, limit))
    else:
        cut = periods.cut_hours([edges[0], edges[-1]])
        rows = await connection.exec_driver_sql(GROUPS, (*place, cut, after, limit))
    return list(rows.scalars())


async def watermark(session: AsyncSession, asked: Metric) -> datetime | None:
    """The latest event time seen among the facts of answers or tickets that the metric is made of."""
    kinds = {kind for type_, kind in reading.KINDS.items() if type_ in asked.facts or asked.facts == EVERY_FACT}
    connection = await session.connection()
    seen_at: datetime | None = (await connection.exec_driver_sql(WATERMARK, (sorted(kinds),))).scalar()
    return seen_at


def _place(asked: Metric, edges: Sequence[datetime], group_by: str | None) -> tuple[Any, ...]:
    return asked.kept_as, asked.version, group_by or "", edges[0], edges[-1]
