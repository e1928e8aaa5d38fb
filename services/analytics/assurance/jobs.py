"""What time triggers in the ledger."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from services.analytics.assurance import heartbeats, queries, repairs, service
from services.analytics.settings import Settings
from shared.events.cause import Cause
from shared.ops.metrics import Metrics
from shared.worker.jobs import InBatches, Job


def jobs(settings: Settings) -> list[Job]:
    """Decide what is missing, have it repaired where a rule says so, notice silent services."""
    tolerance = timedelta(seconds=settings.assurance_tolerance_seconds)
    watch = heartbeats.Watch(limit=timedelta(seconds=settings.silent_after_heartbeats * settings.heartbeat_seconds))

    async def sweep(session: AsyncSession, cause: Cause, at_most: int) -> int:
        return await service.sweep(session, cause, tolerance=tolerance, at_most=at_most)

    async def repair(session: AsyncSession, cause: Cause, at_most: int) -> int:
        return await repairs.request_automatic(session, cause, per_minute=settings.repairs_per_minute, at_most=at_most)

    return [
        Job("assurance_sweep", every_seconds=settings.sweep_seconds, deed=InBatches(sweep, most=100)),
        Job("assurance_repairs", every_seconds=settings.sweep_seconds, deed=InBatches(repair, most=50)),
        Job("assurance_silence", every_seconds=settings.heartbeat_seconds, deed=watch.look),
    ]


async def count_open_findings(session: AsyncSession, metrics: Metrics) -> None:
    """Keep the gauge of findings that are open."""
    for kind, count in (await queries.open_findings(session)).items():
        metrics.findings_open.labels(kind).set(count)
