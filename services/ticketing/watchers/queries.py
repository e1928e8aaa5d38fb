"""Reading who watches, and who is told."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.directory.models import Staff
from services.ticketing.watchers.models import TicketWatcher
from shared.db.statements import fetch


def who_listens(parameter: int = 1) -> str:
    """The query that `listening` asks; the parameter with this number is the tickets' ids."""
    return f"""
WITH RECURSIVE held AS (
    SELECT asked.id AS heard_of, asked.id FROM unnest(${parameter}::uuid[]) AS asked (id)
    UNION ALL
    SELECT held.heard_of, ticket.id FROM held JOIN ticket ON ticket.merged_into_id = held.id
)
SELECT DISTINCT heard_of, staff_id, coalesce(notify_address, 'mailto:' || email) AS address
FROM held JOIN ticket_watcher ON ticket_watcher.ticket_id = held.id JOIN staff USING (staff_id)
WHERE staff.active
ORDER BY heard_of, staff_id
"""  # noqa: S608 - of a number and of our own words


async def listening(session: AsyncSession, ticket_ids: Collection[UUID]) -> Sequence[Any]:
    """Who is told of these tickets, who follows what is merged into them too: heard_of, staff_id and address."""
    return await fetch(session, who_listens(), list(ticket_ids))


def watchers(ticket_ids: Collection[UUID]) -> Select[*tuple[Any, ...]]:
    """Who follows one of these tickets, the first first, as the API shows them."""
    return (
        select(
            *(col(column) for column in (TicketWatcher.id, TicketWatcher.ticket_id, TicketWatcher.staff_id)),
            col(Staff.name),
            col(TicketWatcher.since_at),
            col(TicketWatcher.added_by),
        )
        .outerjoin(Staff, col(Staff.staff_id) == col(TicketWatcher.staff_id))
        .where(col(TicketWatcher.ticket_id).in_(ticket_ids))
        .order_by(col(TicketWatcher.id))
    )


async def watcher(session: AsyncSession, ticket_id: UUID, staff_id: UUID) -> Any:
    """Somebody who follows one ticket, as the API shows them; None where they do not."""
    listed = watchers([ticket_id]).where(col(TicketWatcher.staff_id) == staff_id)
    return (await session.execute(listed)).one_or_none()


async def count(session: AsyncSession, ticket_id: UUID) -> int:
    """How many follow one ticket."""
    listed = select(func.count()).select_from(TicketWatcher).where(col(TicketWatcher.ticket_id) == ticket_id)
    return await session.scalar(listed) or 0
