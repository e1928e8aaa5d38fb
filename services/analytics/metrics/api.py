"""Metrics: their definitions, their values with n, interval and watermark, and their recompute."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from sqlalchemy.ext.asyncio import AsyncSession

from services.analytics.metrics import queries
from services.analytics.metrics.definitions import EVERY_FACT, METRICS, Metric
from services.analytics.metrics.recompute import FACTS, Recomputed, Source, recompute
from services.analytics.metrics.schemas import (
    AllRecomputedOut,
    ComparedOut,
    MetricOut,
    RecomputedOut,
    ValueOut,
    ValuesAsked,
    ValuesOut,
)
from shared.events.cause import Cause
from shared.http import cursors
from shared.http.dependencies import Page, RequestCause, Session, WholeRequest
from shared.http.fields import Listed
from shared.http.routes import Router

Report = Callable[[AsyncSession, Cause, Metric, Recomputed], Awaitable[None]]
"""Told of every recompute: to raise a finding where it differs, to close it where a whole one does not."""


GoOn = Annotated[str | None, Query(description="The `next_cursor` of the call before.")]


def router(report: Report, sources: Mapping[str, Source]) -> APIRouter:
    """The routes. sources: of the metrics that the fact store alone does not give, by id."""
    lacking = {metric.id for metric in METRICS.values() if metric.facts == EVERY_FACT} - sources.keys()
    if lacking:
        raise TypeError(f"Nothing rebuilds {sorted(lacking)}.")
    passes = _passes(sources)
    routes = Router(prefix="/v1/metrics", tags=["metrics"], scope="analytics:metrics")

    @routes.get("")
    async def list_metrics(request: WholeRequest, page: Page) -> Listed[MetricOut]:
        """All metrics, each in the version that is counted now."""
        after = _after(request)
        listed = [METRICS[name] for name in sorted(METRICS) if after is None or name > after[0]]
        shown = listed[: page.limit]
        following = _seal(request, (shown[-1].id,)) if len(listed) > len(shown) else None
        return Listed(items=[MetricOut.of(metric) for metric in shown], next_cursor=following)

    @routes.get("/{metric_id}")
    async def read_metric(metric_id: str) -> MetricOut:
        """One metric's definition."""
        return MetricOut.of(queries.metric(metric_id))

    @routes.get("/{metric_id}/values")
    async def list_metric_values(
        metric_id: str,
        asked: Annotated[ValuesAsked, Query()],
        request: WholeRequest,
        session: Session,
        page: Page,
        cause: RequestCause,
    ) -> ValuesOut:
        """A metric over time and by group; a period without anything has n 0 and no value."""
        metric = queries.metric(metric_id)
        bounds = queries.edges(asked.starts_at, asked.ends_at, asked.interval, asked.timezone)
        after = _after(request)
        items, last = await queries.page(
            session,
            metric,
            bounds,
            asked.group_by,
            as_of=cause.at,
            after=None if after is None else (after[0], after[1]),
            limit=page.limit,
        )
        return ValuesOut(
            metric_id=metric.id,
            definition_version=metric.version,
            unit=metric.unit,
            starts_at=asked.starts_at,
            ends_at=asked.ends_at,
            interval=asked.interval,
            timezone=asked.timezone,
            group_by=asked.group_by,
            as_of=cause.at,
            watermark=await queries.watermark(session, metric),
            items=[ValueOut.of(item) for item in items],
            next_cursor=None if last is None else _seal(request, last),
        )

    @routes.post("/recompute")
    async def recompute_metrics(
        request: WholeRequest, session: Session, cause: RequestCause, cursor: GoOn = None
    ) -> AllRecomputedOut:
        """Rebuild all metrics as one is rebuilt, reading each fact once for all of them."""
        place, after = _after(request) or (0, None)
        source, together = passes[place]
        done = await recompute(session, cause, together, source, after=after)
        for metric in together:
            await report(session, cause, metric, done[metric.id])
        stopped_after = done[together[0].id].stopped_after
        following = (place, stopped_after) if stopped_after is not None else (place + 1, None)
        return AllRecomputedOut(
            as_of=cause.at,
            items=[ComparedOut.of(metric, done[metric.id]) for metric in together],
            next_cursor=_seal(request, following) if following[0] < len(passes) else None,
        )

    @routes.post("/{metric_id}/recompute")
    async def recompute_metric(
        metric_id: str, request: WholeRequest, session: Session, cause: RequestCause, cursor: GoOn = None
    ) -> RecomputedOut:
        """Rebuild a metric from what is stored, compare, put right what differs, and raise a finding for it."""
        metric = queries.metric(metric_id)
        after = _after(request)
        source = sources.get(metric.id, FACTS)
        [done] = (await recompute(session, cause, [metric], source, after=None if after is None else after[0])).values()
        await report(session, cause, metric, done)
        following = None if done.stopped_after is None else _seal(request, (done.stopped_after,))
        return RecomputedOut.until(metric, done, cause.at, following)

    return routes


def _passes(sources: Mapping[str, Source]) -> list[tuple[Source, list[Metric]]]:
    """The metrics that are rebuilt together, with what they are rebuilt from."""
    by_facts = [metric for metric in METRICS.values() if metric.id not in sources]
    return [(FACTS, by_facts), *((source, [METRICS[name]]) for name, source in sorted(sources.items()))]


def _after(request: Request) -> tuple[Any, ...] | None:
    """The place that the cursor names, if this path gave it."""
    cursor = request.query_params.get("cursor")
    if cursor is None:
        return None
    return cursors.unseal(cursor, of=request.scope["path"], secret=request.app.state.secret_key)


def _seal(request: Request, place: tuple[Any, ...]) -> str:
    return cursors.seal(place, of=request.scope["path"], secret=request.app.state.secret_key)
