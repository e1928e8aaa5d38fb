"""What time triggers: looking through the outbox, and forgetting old deliveries."""

from sqlalchemy import CursorResult, text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.events.cause import Cause
from shared.features.webhooks import queueing
from shared.worker.jobs import InBatches, Job

EVERY_SECONDS = 1.0
FORGET_EVERY_SECONDS = 600.0
LOOK = 1_000  # rows of the outbox
BATCH = 5_000  # deliveries that are forgotten
KEPT_DAYS = 30

_FORGET = text("""
DELETE FROM webhook_delivery WHERE id IN (
    SELECT id FROM webhook_delivery WHERE told_at < now() - make_interval(days => :days)
    ORDER BY told_at, id LIMIT :batch)
""")


async def forget(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Remove the deliveries of facts that are past their days, with their attempts; answers how many."""
    answer = await session.execute(_FORGET, {"days": KEPT_DAYS, "batch": at_most})
    assert isinstance(answer, CursorResult)
    return answer.rowcount


JOBS = (
    Job("queue_webhooks", EVERY_SECONDS, InBatches(queueing.queue, most=LOOK)),
    Job("forget_webhook_deliveries", FORGET_EVERY_SECONDS, InBatches(forget, most=BATCH)),
)
