"""What time does to tickets."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.ola import service as ola
from services.ticketing.tickets import service, telling
from services.ticketing.tickets.models import Ticket
from services.ticketing.watchers import notices
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.worker.jobs import InBatches, Job

EVERY_SECONDS = 60.0


def close_solved_tickets(window: timedelta) -> Job:
    """The job that closes what was solved longer ago than the reopen window."""

    async def close(session: AsyncSession, cause: Cause, at_most: int) -> int:
        rows = await session.scalars(
            select(Ticket)
            .where(
                col(Ticket.status) == "solved",
                col(Ticket.solved_at) < cause.at - window,
                col(Ticket.merged_into_id).is_(None),
            )
            .order_by(col(Ticket.solved_at), col(Ticket.id))
            .limit(at_most)
            .with_for_update(skip_locked=True, key_share=True)
        )
        closed = rows.all()
        for ticket in closed:
            previous = ticket.move("closed", at=cause.at, window=window, closable=True)
            service.touch(ticket, cause.at)
            telling.moved(session, cause, ticket, previous)
            telling.updated(session, cause, ticket)
            await ola.follow(session, cause, ticket.model_dump())
        before, after = {"status": "solved"}, {"status": "closed"}
        changes = [audit.Change("ticket.close", "ticket", ticket.id, before, after) for ticket in closed]
        await audit.record_many(session, cause, changes)
        await notices.hear(session, cause, [service.moved(ticket, cause) for ticket in closed])
        return len(closed)

    return Job("close_solved_tickets", EVERY_SECONDS, InBatches(close, most=100))
