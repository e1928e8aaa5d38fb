"""How long eventing's own rows are kept, and the jobs that forget them."""

from sqlalchemy import CursorResult, text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.events.cause import Cause
from shared.events.relay_log import HEARTBEAT
from shared.http import idempotency
from shared.worker.jobs import InBatches, Job

BATCH = 10_000  # rows a run
EVERY_SECONDS = 600.0

OUTBOX_DAYS = 7
INBOX_DAYS = 45  # longer than topics keep facts (30), so that whatever comes again is known

_FORGET_FACTS = text("""
WITH gone AS (
    DELETE FROM outbox WHERE id IN (
        SELECT id FROM outbox
        WHERE created_at < now() - make_interval(days => :days)  -- by its index: told before it is published
          AND published_at < now() - make_interval(days => :days)
        ORDER BY created_at LIMIT :batch)
    RETURNING position, type
), removed AS (
    INSERT INTO outbox_removed AS held (id, position)
    SELECT 1, max(position) FROM gone WHERE type <> :heartbeat HAVING max(position) IS NOT NULL
    ON CONFLICT (id) DO UPDATE SET position = greatest(held.position, excluded.position)
)
SELECT count(*) FROM gone
""")
"""Readers of the feed who stand before what goes here are told so: `outbox_removed` moves with it."""

_FORGET_INBOX = text("""
DELETE FROM inbox WHERE event_id IN (
    SELECT event_id FROM inbox WHERE received_at < now() - make_interval(days => :days) LIMIT :batch)
""")


async def forget_facts(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Remove the oldest published facts that are past their days, and note how far; answers how many."""
    values = {"days": OUTBOX_DAYS, "batch": at_most, "heartbeat": HEARTBEAT}
    return await session.scalar(_FORGET_FACTS, values) or 0


async def forget_inbox(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Remove what was heard so long ago that no topic holds it any more; answers how many."""
    answer = await session.execute(_FORGET_INBOX, {"days": INBOX_DAYS, "batch": at_most})
    assert isinstance(answer, CursorResult)
    return answer.rowcount


JOBS = (
    Job("forget_published_facts", EVERY_SECONDS, InBatches(forget_facts, most=BATCH)),
    Job("forget_inbox", EVERY_SECONDS, InBatches(forget_inbox, most=BATCH)),
    Job("forget_idempotency_keys", EVERY_SECONDS, InBatches(idempotency.purge, most=5_000)),
)
