"""Which ticket may be whose parent: none its own, through others either, and not too many above one another."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.tickets.errors import ParentNotAllowed
from shared.db.statements import fetch

DEEPEST = 10  # tickets above one another; a customer's follow-ups may go on beyond

_ABOVE = """
WITH RECURSIVE above AS (
    SELECT id, parent_id, 1 AS depth FROM ticket WHERE id = $1
    UNION ALL
    SELECT ticket.id, ticket.parent_id, depth + 1 FROM above JOIN ticket ON ticket.id = above.parent_id
    WHERE depth <= $2
)
SELECT id, depth FROM above
"""
_BELOW = """
WITH RECURSIVE below AS (
    SELECT id, 1 AS depth FROM ticket WHERE id = $1
    UNION ALL
    SELECT ticket.id, depth + 1 FROM below JOIN ticket ON ticket.parent_id = below.id
    WHERE depth <= $2
)
SELECT max(depth) AS depth FROM below
"""
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('ticket.parent_id'))"


async def check_new(session: AsyncSession, parent_id: UUID) -> None:
    """May a new ticket have this parent? Raises ParentNotAllowed."""
    _check_depth(len(await fetch(session, _ABOVE, parent_id, DEEPEST)) + 1)


async def check(session: AsyncSession, ticket_id: UUID, parent_id: UUID) -> None:
    """May this ticket have this parent? Raises ParentNotAllowed.

    Two changes side by side could close a circle that neither sees: so this goes one at a time.
    """
    await fetch(session, _ONE_AT_A_TIME)
    above = await fetch(session, _ABOVE, parent_id, DEEPEST)
    if ticket_id in {row.id for row in above}:
        raise ParentNotAllowed("A ticket cannot be its own parent, or its parent's.", conflicting_id=parent_id)
    [below] = await fetch(session, _BELOW, ticket_id, DEEPEST)
    _check_depth(len(above) + below.depth)


def _check_depth(depth: int) -> None:
    if depth > DEEPEST:
        raise ParentNotAllowed(f"At most {DEEPEST} tickets lie above one another.")
