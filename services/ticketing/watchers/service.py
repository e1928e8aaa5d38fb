"""The deeds of watching. They change no ticket: no version rises and no fact is told."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.directory import queries as directory
from services.ticketing.watchers import queries
from services.ticketing.watchers.errors import TooManyWatchers
from services.ticketing.watchers.models import TicketWatcher
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http.errors import NotFound

MOST_WATCHERS = 100  # of one ticket


async def watch(session: AsyncSession, cause: Cause, ticket_id: UUID, staff_id: UUID) -> bool:
    """Let somebody follow a ticket, which the caller holds; answers whether they did not yet.

    Raises NotFound for somebody of whom the directory has not told, TooManyWatchers.
    """
    if await queries.watcher(session, ticket_id, staff_id) is not None:
        return False
    if await directory.staff(session, staff_id) is None:
        raise NotFound("There is no member of staff with this id.")
    if await queries.count(session, ticket_id) >= MOST_WATCHERS:
        raise TooManyWatchers(f"A ticket has at most {MOST_WATCHERS} watchers.")
    session.add(TicketWatcher(ticket_id=ticket_id, staff_id=staff_id, since_at=cause.at, added_by=cause.actor))
    await _record(session, cause, "ticket.watch", {ticket_id}, staff_id)
    await session.flush()
    return True


async def unwatch(session: AsyncSession, cause: Cause, held: Collection[UUID], staff_id: UUID) -> None:
    """Let somebody follow a ticket no more, nor what is merged into it. held: the ticket and these. Raises NotFound."""
    ended = delete(TicketWatcher).where(col(TicketWatcher.ticket_id).in_(held), col(TicketWatcher.staff_id) == staff_id)
    left = set((await session.scalars(ended.returning(col(TicketWatcher.ticket_id)))).all())
    if not left:
        raise NotFound("They do not follow this ticket.")
    await _record(session, cause, "ticket.unwatch", left, staff_id)


async def _record(
    session: AsyncSession, cause: Cause, action: str, ticket_ids: Collection[UUID], staff_id: UUID
) -> None:
    said = {"watcher_id": staff_id}
    before, after = ({}, said) if action == "ticket.watch" else (said, {})
    changes = [audit.Change(action, "ticket", ticket_id, before, after) for ticket_id in sorted(ticket_ids)]
    await audit.record_many(session, cause, changes)
