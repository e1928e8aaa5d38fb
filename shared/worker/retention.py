"""How long eventing's own rows are kept, and the jobs that forget them."""


from sqlalchemy import CursorResult, text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.events.cause import Cause
from shared.worker.jobs import Job, JobDeed

BATCH = 10_000  # rows a run
EVERY_SECONDS = 600.0

OUTBOX_DAYS = 7
INBOX_DAYS = 45  # longer than topics keep facts (30), so that whatever comes again is known
IDEMPOTENCY_HOURS = 24

_FORGET = {
    "forget_published_facts": f"""
        DELETE FROM outbox WHERE id IN (SELECT id FROM outbox
        WHERE published_at < now() - interval '{OUTBOX_DAYS} days' ORDER BY id LIMIT {BATCH})""",
    "forget_inbox": f"""
        DELETE FROM inbox WHERE event_id IN (SELECT event_id FROM inbox
        WHERE received_at < now() - interval '{INBOX_DAYS} days' LIMIT {BATCH})""",
    "forget_idempotency_keys": f"""
        DELETE FROM idempotency_key WHERE ctid IN (SELECT ctid FROM idempotency_key
        WHERE created_at < now() - interval '{IDEMPOTENCY_HOURS} hours' LIMIT {BATCH})""",
}


def _forget(statement: str) -> JobDeed:
    async def forget(session: AsyncSession, cause: Cause) -> int:
        answer = await session.execute(text(statement))
        assert isinstance(answer, CursorResult)
        return answer.rowcount

    return forget


JOBS = tuple(Job(name, EVERY_SECONDS, _forget(statement), BATCH) for name, statement in _FORGET.items())
