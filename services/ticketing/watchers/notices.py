"""What watchers hear, each once, and nobody of what they did themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.watchers import queries
from services.ticketing.watchers.wordings import WATCHED_TICKET
from shared.events.cause import Cause
from shared.features.notifications import service as notifications
from shared.features.notifications.service import About, Notice, Recipient

ROLE = "watcher"


@dataclass(frozen=True, slots=True)
class News:
    """What happened on a ticket. ticket: its columns. key: what makes it one piece of news.

    written_by: the kind of who wrote to the customer, or as the customer. status: what the ticket has become.
    author_id: whose act it is besides the caller's.
    """

    ticket: Mapping[str, Any]
    key: str
    written_by: str | None = None
    status: str | None = None
    author_id: UUID | None = None


async def hear(session: AsyncSession, cause: Cause, news: Sequence[News]) -> None:
    """Queue what the watchers of these tickets are to hear."""
    if news:
        await tell(session, cause, news, await queries.listening(session, {each.ticket["id"] for each in news}))


async def tell(session: AsyncSession, cause: Cause, news: Sequence[News], listening: Sequence[Any]) -> None:
    """The same, where it is known who is listening, as `queries.listening` says."""
    await notifications.queue(
        session,
        cause,
        [
            _notice(each, row)
            for each in news
            for row in listening
            if row.heard_of == each.ticket["id"] and row.staff_id not in (cause.staff_id, each.author_id)
        ],
    )


def _notice(news: News, row: Any) -> Notice:
    ticket = news.ticket
    return Notice(
        template=WATCHED_TICKET.name,
        recipient=Recipient(kind="staff", staff_id=row.staff_id, role=ROLE, address=row.address),
        dedup_key=f"{WATCHED_TICKET.name}:{news.key}:{row.staff_id}",
        about=About(ticket_id=ticket["id"], account_id=ticket["account_id"]),
        trace_id=ticket["trace_id"],
        values={
            "number": ticket["number"],
            "subject": ticket["subject"],
            "written_by": news.written_by,
            "status": news.status,
            "ticket_id": ticket["id"],
        },
    )
