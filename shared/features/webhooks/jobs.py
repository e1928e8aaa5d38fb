"""What time triggers: looking through the outbox, and forgetting old deliveries."""

from sqlalchemy import CursorResult, text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.events.cause import Cause
from shared.features.webhooks import queueing
from shared.worker.jobs import Job

EVERY_SECONDS = 1.0
FORGET_EVERY_SECONDS = 600.0
BATCH = 5_000  # deliveries forgotten in one run
KEPT_DAYS = 30

_FORGET = text("""
DELETE FROM webhook_delivery WHERE id IN (
    SELECT id FROM webhook_delivery WHERE told_at < now() - make_interval(days => :days)
    ORDER BY told_at, id LIMIT :batch)
""")


async def forget(session: AsyncSession, cause: Cause) -> int:
    """Remove the deliveries of facts that are past their days, with their attempts; answers how many."""
    answer = await session.execute(_FORGET, {"days": KEPT_DAYS, "batch": BATCH})
    assert isinstance(answer, CursorResult)
    return answer.rowcount


JOBS = (
    Job("queue_webhooks", EVERY_SECONDS, queueing.queue, queueing.LOOK),
    Job("forget_webhook_deliveries", FORGET_EVERY_SECONDS, forget, BATCH),
)
