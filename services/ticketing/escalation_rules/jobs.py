"""What time does by escalation rules, and how a changed rule reaches the clocks that run."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.escalation_rules import firing, queries
from services.ticketing.sla.levels import MICROSECOND
from shared.db.remembered import HOLDS_SECONDS
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.worker.jobs import InBatches, Job, OneByOne

AT_ONCE = 1_000  # clocks a transaction, whatever state they are in
REMEMBERED = timedelta(seconds=2 * HOLDS_SECONDS)
"""So long after its change every process knows of a rule."""

FIRST = UUID(int=0)

# Who changes a clock holds its ticket, from before they read the clock: so it is the ticket that must be free. They
# say themselves when to look next, by what they read, and would leave on an ended clock what was set in between.
_LOOK_AGAIN = """
WITH piece AS MATERIALIZED (SELECT id FROM sla_clock WHERE id > $1 ORDER BY id LIMIT $2),
     running AS MATERIALIZED (
         SELECT clock.id
         FROM piece JOIN sla_clock AS clock ON clock.id = piece.id JOIN ticket ON ticket.id = clock.ticket_id
         WHERE clock.state = 'running' AND (clock.levels_at IS NULL OR clock.levels_at > $3)
         FOR NO KEY UPDATE OF ticket, clock SKIP LOCKED
     ),
     looked AS (
         UPDATE sla_clock SET levels_at = $3 FROM running
         WHERE sla_clock.id = running.id AND sla_clock.state = 'running'
     )
SELECT id FROM piece ORDER BY id DESC LIMIT 1
"""
_END = "DELETE FROM escalation_rules_review WHERE rule_id = $1 AND begun_at < now() - $2::interval RETURNING rule_id"
_AGAIN = "UPDATE escalation_rules_review SET after_clock_id = NULL, due_at = now() + $2::interval WHERE rule_id = $1"


async def _review_rules(session: AsyncSession, cause: Cause) -> int:
    """Have some more clocks looked at by a rule that changed; answers how many rules it was.

    A second walk follows the first: another process may have started clocks by the rules that it had in memory.
    """
    review = await session.scalar(queries.waiting_review())
    if review is None:
        return 0
    after = review.after_clock_id or FIRST
    last = await fetch(session, _LOOK_AGAIN, after, AT_ONCE, cause.at - MICROSECOND)
    if last:
        review.after_clock_id = last[0].id
    elif not await fetch(session, _END, review.rule_id, REMEMBERED):
        await fetch(session, _AGAIN, review.rule_id, REMEMBERED)
    return 1


JOBS = [
    Job("escalation_levels", 1.0, InBatches(firing.fire_due_levels, most=50)),
    Job("review_escalation_rules", 1.0, OneByOne(_review_rules)),
]
"""`escalation_levels` fires what is due; one that comes late fires the same, and says how late it was."""
