"""Sending retained facts again on request: for a listener that was restored from a backup, or a parked row."""

from datetime import datetime

from sqlalchemy import CursorResult, text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.events.relay_log import HEARTBEAT

AGAIN = text("""
UPDATE outbox SET published_at = NULL, parked_at = NULL
WHERE created_at >= :since AND created_at < :until AND type <> :heartbeat
  AND (published_at IS NOT NULL OR parked_at IS NOT NULL)
""")


async def republish(session: AsyncSession, *, since: datetime, until: datetime) -> int:
    """Make the facts of [since, until) unpublished; the relay sends them with their old ids. Answers how many.

    Inboxes drop what they know. It reaches back as far as the outbox is kept.
    """
    answer = await session.execute(AGAIN, {"since": since, "until": until, "heartbeat": HEARTBEAT})
    assert isinstance(answer, CursorResult)
    return answer.rowcount
