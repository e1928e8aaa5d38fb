"""Queueing deliveries: by the follower, which goes over the outbox by position, and again on request.

The relay alone gives positions, without gaps and in the order in which they become visible (ADR 8): so nothing
ever appears behind the follower. It reads facts and webhooks in one statement, and so as they stood at one time:
a fact that was told after a webhook was made is never looked at without it.
"""

import logging
from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, DateTime, Integer, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import Text

from shared.events.cause import Cause
from shared.features.webhooks.models import Webhook

log = logging.getLogger(__name__)

_BEHIND = text("""
SELECT (SELECT position FROM webhook_position) AS reached, min(since_position) AS since,
       (SELECT position FROM outbox_removed) AS removed, (SELECT next_position - 1 FROM relay_state) AS newest
FROM webhook WHERE enabled
""")

_QUEUE = text("""
WITH looked_at AS MATERIALIZED (
    SELECT position, event_id, type, subject, created_at FROM outbox
    WHERE position > :after ORDER BY position LIMIT :look
), queued AS (
    INSERT INTO webhook_delivery (id, webhook_id, event_id, type, subject, told_at, due_at)
    SELECT uuidv7(), webhook.id, event_id, type, subject, looked_at.created_at, :now
    FROM looked_at JOIN webhook ON enabled AND type = ANY (types) AND position > since_position
    ON CONFLICT (event_id, webhook_id) DO NOTHING
), moved AS (
    INSERT INTO webhook_position AS held (id, position)
    SELECT 1, max(position) FROM looked_at HAVING max(position) IS NOT NULL
    ON CONFLICT (id) DO UPDATE SET position = excluded.position
)
SELECT count(*) FROM looked_at
""").bindparams(
    bindparam("after", type_=BigInteger), bindparam("look", type_=Integer), bindparam("now", type_=DateTime(True))
)

_QUEUE_AGAIN = text("""
WITH facts AS MATERIALIZED (
    SELECT event_id, type, subject, created_at FROM outbox
    WHERE created_at >= :begins_at AND created_at < :ends_at AND position IS NOT NULL AND type = ANY (:types)
      AND NOT EXISTS (
          SELECT FROM webhook_delivery AS held
          WHERE held.event_id = outbox.event_id AND held.webhook_id = :webhook_id
            AND (held.state = 'pending' OR (held.state = 'delivered' AND NOT :delivered)))
    ORDER BY created_at LIMIT :most
), replayed AS (
    INSERT INTO webhook_delivery AS held (id, webhook_id, event_id, type, subject, told_at, due_at)
    SELECT uuidv7(), :webhook_id, event_id, type, subject, created_at, :now FROM facts
    ON CONFLICT (event_id, webhook_id) DO UPDATE SET state = 'pending', tries = 0, due_at = excluded.due_at
    WHERE held.state <> 'pending'
    RETURNING 1
)
SELECT count(*) FROM replayed
""").bindparams(
    bindparam("begins_at", type_=DateTime(True)),
    bindparam("ends_at", type_=DateTime(True)),
    bindparam("types", type_=ARRAY(Text)),
    bindparam("webhook_id", type_=Uuid),
    bindparam("delivered", type_=Boolean),
    bindparam("most", type_=Integer),
    bindparam("now", type_=DateTime(True)),
)

_IS_KEPT = text("SELECT true FROM outbox WHERE event_id = :event_id")


async def queue(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Queue what was published since the last run, for each webhook that wants it; answers how many facts it saw.

    Where no webhook is enabled it reads one row and writes none.
    """
    state = (await session.execute(_BEHIND)).one()
    if state.since is None:
        return 0
    after = max(state.reached or 0, state.since)
    if (state.newest or 0) <= after:
        return 0
    if (state.removed or 0) > after:
        log.error("facts between positions %d and %d were removed unseen", after, state.removed)
    return await session.scalar(_QUEUE, {"after": after, "look": at_most, "now": cause.at}) or 0


async def queue_again(
    session: AsyncSession,
    webhook: Webhook,
    *,
    begins_at: datetime,
    ends_at: datetime,
    delivered: bool,
    at: datetime,
    most: int,
) -> int:
    """Make due what a webhook did not get of a range, or all of it where `delivered`; answers how many, up to `most`.

    begins_at, ends_at: of the facts' storing, in [begins_at, ends_at).
    """
    values = {
        "begins_at": begins_at,
        "ends_at": ends_at,
        "types": webhook.types,
        "webhook_id": webhook.id,
        "delivered": delivered,
        "most": most,
        "now": at,
    }
    return await session.scalar(_QUEUE_AGAIN, values) or 0


async def is_kept(session: AsyncSession, event_id: UUID) -> bool:
    """Is the fact still there to be sent?"""
    return bool(await session.scalar(_IS_KEPT, {"event_id": event_id}))
