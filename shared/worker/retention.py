"""How long eventing's own rows are kept, and the jobs that forget them."""

from sqlalchemy import CursorResult, TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.events.cause import Cause
from shared.http import idempotency
from shared.worker.jobs import Job, JobDeed

BATCH = 10_000  # rows a run
EVERY_SECONDS = 600.0

OUTBOX_DAYS = 7
INBOX_DAYS = 45  # longer than topics keep facts (30), so that whatever comes again is known

_FORGET_FACTS = text("""
DELETE FROM outbox WHERE id IN (
    SELECT id FROM outbox
    WHERE created_at < now() - make_interval(days => :days)  -- by its index; no fact is published before it is told
      AND published_at < now() - make_interval(days => :days)
    ORDER BY created_at LIMIT :batch)
""")
_FORGET_INBOX = text("""
DELETE FROM inbox WHERE event_id IN (
    SELECT event_id FROM inbox WHERE received_at < now() - make_interval(days => :days) LIMIT :batch)
""")


def _forget(statement: TextClause, days: int) -> JobDeed:
    async def forget(session: AsyncSession, cause: Cause) -> int:
        answer = await session.execute(statement, {"days": days, "batch": BATCH})
        assert isinstance(answer, CursorResult)
        return answer.rowcount

    return forget


JOBS = (
    Job("forget_published_facts", EVERY_SECONDS, _forget(_FORGET_FACTS, OUTBOX_DAYS), BATCH),
    Job("forget_inbox", EVERY_SECONDS, _forget(_FORGET_INBOX, INBOX_DAYS), BATCH),
    Job("forget_idempotency_keys", EVERY_SECONDS, idempotency.purge, idempotency.PURGED_AT_ONCE),
)
