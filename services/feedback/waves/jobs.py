"""What time triggers in waves: schedules that fall due, and waves that go on, a thousand contacts after the other."""

from services.feedback.waves import service
from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.ids import uuid7
from shared.ops.clock import Clock
from shared.ops.metrics import Metrics
from shared.worker.jobs import InBatches, Job, Loop

JOBS = (Job("start_scheduled_waves", every_seconds=5.0, deed=InBatches(service.start_scheduled, most=100)),)

DECIDE_EVERY_SECONDS = 1.0


def decide_waves(database: Database, metrics: Metrics, clock: Clock) -> Loop:
    """Goes on with the wave that is due, for as long as there is one. No job: those wait between two batches."""

    async def decide_some() -> int:
        return await go_on(database, clock)

    return Loop("decide_waves", DECIDE_EVERY_SECONDS, decide_some)


async def go_on(database: Database, clock: Clock) -> int:
    """Decide about the next contacts of the wave that is due, in a transaction; 0 where none is due."""
    async with transaction(database) as session:
        cause = Cause(f"job/decide_waves/{uuid7()}", f"service/{database.service}", clock())
        return await service.decide_some(session, cause)
