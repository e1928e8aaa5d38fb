"""Routes of tickets and their messages."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.tickets import messages, queries, service
from services.ticketing.tickets.schemas import (
    AssignIn,
    MessageIn,
    MessageOut,
    TicketFilters,
    TicketIn,
    TicketOut,
    TicketPatch,
    TicketReading,
    TransitionIn,
    ticket_shown,
)
from shared.http.dependencies import Actor, Answer, IfMatch, Page, RequestCause, Session, setting
from shared.http.fields import Id, Listed
from shared.http.routes import Router

CLOSING_SCOPE = "ticketing:admin:write"
"""Who may close a solved ticket before the job does."""

router = Router(
    prefix="/v1/tickets",
    tags=["tickets"],
    scope="ticketing:tickets",
    about="What customers asked for: where it stands, who works on it, and what was written.",
)


ReopenWindow = Annotated[timedelta, setting("reopen_window")]


@router.post(
    "",
    status_code=201,
    responses={200: {"model": TicketOut, "description": "The ticket that this source made before."}},
)
async def create_ticket(body: TicketIn, session: Session, cause: RequestCause, answer: Answer) -> TicketOut:
    """Open a ticket. The same source and body again: 200 with the ticket of the first time."""
    ticket, new = await service.create(session, cause, body)
    return answer.created(TicketOut.of(ticket)) if new else answer.existing(TicketOut.of(ticket))


@router.get("")
async def list_tickets(session: Session, page: Page, filters: Annotated[TicketFilters, Query()]) -> Listed[TicketOut]:
    """Tickets, the newest first; with include=messages each with its newest 100 messages."""
    rows = await page.by_id(session, queries.tickets(filters))
    written = await _written(session, filters, [row["id"] for row in rows.items])
    items: list[Any] = [ticket_shown(row, written.get(row["id"])) for row in rows.items]
    return Listed(items=items, next_cursor=rows.next_cursor)


@router.get("/{ticket_id}")
async def read_ticket(
    ticket_id: Id, session: Session, answer: Answer, reading: Annotated[TicketReading, Query()]
) -> TicketOut:
    """One ticket; with include=messages also its newest 100 messages."""
    row = await queries.ticket_columns(session, ticket_id)
    written = await _written(session, reading, [ticket_id])
    return answer.item(TicketOut.of(row, written.get(ticket_id)))


@router.patch("/{ticket_id}")
async def change_ticket(
    ticket_id: Id, body: TicketPatch, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> TicketOut:
    """Change what a ticket says, by a merge-patch. A new priority keeps what its clocks have counted."""
    return answer.item(TicketOut.of(await service.change(session, cause, ticket_id, body, if_match)))


@router.post("/{ticket_id}/transitions")
async def move_ticket(
    ticket_id: Id,
    body: TransitionIn,
    session: Session,
    cause: RequestCause,
    actor: Actor,
    if_match: IfMatch,
    window: ReopenWindow,
    answer: Answer,
) -> TicketOut:
    """Move a ticket to another status. What is not allowed is a 409 that names what is."""
    closable = actor.may(CLOSING_SCOPE)
    ticket = await service.transition(
        session, cause, ticket_id, body, window=window, closable=closable, expected=if_match
    )
    return answer.item(TicketOut.of(ticket))


@router.post("/{ticket_id}/assign")
async def assign_ticket(
    ticket_id: Id, body: AssignIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> TicketOut:
    """Give a ticket to a member of staff, a group, or both; a new one that got a person is open."""
    return answer.item(TicketOut.of(await service.assign(session, cause, ticket_id, body, expected=if_match)))


@router.post(
    "/{ticket_id}/messages",
    status_code=201,
    responses={200: {"model": MessageOut, "description": "The message that this source brought before."}},
)
async def add_message(
    ticket_id: Id,
    body: MessageIn,
    session: Session,
    cause: RequestCause,
    window: ReopenWindow,
    answer: Answer,
) -> MessageOut:
    """Write on a ticket. The same channel, source_id and body again: 200 with the message of the first time.

    A customer's public message reopens a solved ticket within the reopen window; after that it lands on a
    new ticket that follows the first up, and `ticket_id` says which.
    """
    message, new = await messages.add_message(session, cause, ticket_id, body, window=window)
    view = MessageOut.of(message)
    if not new:
        return answer.existing(view)
    return answer.created(view, f"/v1/tickets/{message.ticket_id}/messages/{message.id}")


@router.get("/{ticket_id}/messages")
async def list_messages(ticket_id: Id, session: Session, page: Page) -> Listed[MessageOut]:
    """A ticket's messages, the oldest first."""
    await queries.ticket(session, ticket_id)
    return await page.of(session, queries.messages(ticket_id), MessageOut.of)


@router.get("/{ticket_id}/messages/{message_id}")
async def read_message(ticket_id: Id, message_id: Id, session: Session, answer: Answer) -> MessageOut:
    """One message of a ticket."""
    return answer.item(MessageOut.of(await queries.message(session, ticket_id, message_id)))


async def _written(
    session: AsyncSession, reading: TicketReading, ticket_ids: Collection[UUID]
) -> Mapping[UUID, Sequence[Mapping[str, Any]]]:
    """What was written on the tickets, where it was asked for."""
    return await queries.newest_messages(session, ticket_ids) if "messages" in reading.include else {}
