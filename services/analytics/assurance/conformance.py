"""What the ledger gives to metrics: automation_conformance rebuilt, and the finding of a recompute that differs."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.analytics.assurance import findings
from services.analytics.assurance.models import Expectation
from services.analytics.metrics import service as metrics
from services.analytics.metrics.contribution import Contribution
from services.analytics.metrics.definitions import Metric
from services.analytics.metrics.recompute import Recomputed, Source
from shared.events.cause import Cause

DIFFERS = "recompute_differs"


async def report(session: AsyncSession, cause: Cause, metric: Metric, done: Recomputed) -> None:
    """Raise a finding where the recomputed numbers differ from the held; close it where all of them agree."""
    subject = ("metric", metric.id)
    if done.differences:
        await findings.raise_for(session, cause, DIFFERS, subject=subject)
    elif done.whole:
        await findings.close_for(session, cause, DIFFERS, subject=subject)


async def _traces(session: AsyncSession, metrics: Sequence[Metric], after: UUID | None, limit: int) -> Sequence[UUID]:
    trace_id = col(Expectation.trace_id)
    listed = select(trace_id).distinct().order_by(trace_id).limit(limit)
    if after is not None:
        listed = listed.where(trace_id > after)
    return (await session.scalars(listed)).all()


async def _of_traces(session: AsyncSession, cause: Cause, traces: Sequence[UUID]) -> Sequence[Contribution]:
    return await _contributions(session, _steps().where(col(Expectation.trace_id).in_(traces)))


async def _hold(session: AsyncSession, cause: Cause, owner_ids: Collection[UUID]) -> Sequence[Contribution]:
    held = _steps().where(col(Expectation.id).in_(owner_ids)).order_by(col(Expectation.id)).with_for_update()
    return await _contributions(session, held)


def _steps() -> Select[*tuple[Any, ...]]:
    return select(Expectation.__table__)  # type: ignore[attr-defined]


async def _contributions(session: AsyncSession, steps: Select[*tuple[Any, ...]]) -> Sequence[Contribution]:
    rows = (await session.execute(steps)).mappings()
    return [one for row in rows if (one := metrics.step_contribution(dict(row))) is not None]


SOURCE = Source(_traces, _of_traces, _hold)
"""The ledger, from which automation_conformance is rebuilt."""
