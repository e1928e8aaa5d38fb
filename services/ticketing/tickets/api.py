"""Routes of tickets and their messages."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.tickets import bulk, importing, messages, queries, searching, service, shares, trees
from services.ticketing.tickets.bulk import TicketBulkIn
from services.ticketing.tickets.filters import TicketFilters, TicketReading
from services.ticketing.tickets.importing import ImportAsked
from services.ticketing.tickets.schemas import (
    AssignIn,
    MessageIn,
    MessageOut,
    TicketIn,
    TicketOut,
    TicketPatch,
    TransitionIn,
    ticket_shown,
)
from shared.features.bulk_jobs import service as bulk_jobs
from shared.features.bulk_jobs.api import accepts_rows
from shared.features.bulk_jobs.schemas import BulkJobOut
from shared.http.dependencies import Actor, Answer, IfMatch, Page, RequestCause, Session, Upload, setting
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(
    prefix="/v1/tickets",
    tags=["tickets"],
    scope="ticketing:tickets",
    about="What customers asked for: where it stands, who works on it, and what was written.",
)


IMPORT_CSV = """\
subject,status,created_at,solved_at,resolution_code,source.service,source.kind,source.id,tags
The export is slow,solved,2024-05-02T08:00:00Z,2024-05-03T09:30:00Z,fixed,zendesk,ticket,8841,"export,slow"
"""
IMPORT_JSON_LINES = (
    '{"subject": "The export is slow", "created_at": "2024-05-02T08:00:00Z",'
    ' "source": {"service": "zendesk", "kind": "ticket", "id": "8841"}}\n'
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
async def list_tickets(
    session: Session, page: Page, filters: Annotated[TicketFilters, Query()], asker: Actor
) -> Listed[TicketOut]:
    """Tickets, the newest first; with include=messages each with its newest 100 messages."""
    common = await shares.known(session, filters.q)
    listed = queries.tickets(filters, asker.staff_id, common=common, rows=page.limit + 1)
    async with searching.bounded():
        rows = await page.by_id(session, listed)
    written = await _written(session, filters, [row["id"] for row in rows.items])
    items: list[Any] = [ticket_shown(row, written.get(row["id"])) for row in rows.items]
    return Listed(items=items, next_cursor=rows.next_cursor)


@router.post("/bulk", status_code=202)
async def change_tickets(
    body: TicketBulkIn, session: Session, cause: RequestCause, asker: Actor, answer: Answer
) -> BulkJobOut:
    """Change up to 10,000 tickets: fields, tags, owner, a note, status.

    The job deals with each ticket as a request of its own would be dealt with, all of the change or nothing;
    `/v1/bulk-jobs/{id}/rows` says what came of each.
    """
    chosen = await bulk.selected(session, body, asker.staff_id)
    job = await bulk_jobs.start(
        session,
        cause,
        asker=asker,
        kind=bulk.KIND,
        things=[{"id": str(ticket_id)} for ticket_id in chosen],
        options={"change": body.change.model_dump(mode="json", exclude_unset=True)},
        dry_run=body.dry_run,
    )
    return answer.accepted(BulkJobOut.of(job), f"/v1/bulk-jobs/{job.id}")


@router.post("/import", status_code=202, openapi_extra=accepts_rows(IMPORT_CSV, IMPORT_JSON_LINES))
async def import_tickets(
    asked: Annotated[ImportAsked, Query()],
    upload: Upload,
    session: Session,
    cause: RequestCause,
    asker: Actor,
    answer: Answer,
) -> BulkJobOut:
    """Import tickets as CSV or JSON Lines, of up to IMPORT_MAX_BYTES (50 MiB), with their own times and sources.

    A source that has a ticket is skipped, so that an import may be run again. Silent, as it is by default: no clock
    ever runs on them and nobody is told, while `ticket.created` is. CSV is UTF-8 with a header, between commas,
    semicolons or tabs; its columns are a ticket's fields (`requester.email`, `custom.order`), tags are between commas.
    """
    job = await bulk_jobs.start_import(
        session,
        cause,
        asker=asker,
        kind=importing.KIND,
        columns=importing.COLUMNS,
        upload=upload,
        options=asked.model_dump(exclude={"dry_run"}),
        dry_run=asked.dry_run,
    )
    return answer.accepted(BulkJobOut.of(job), f"/v1/bulk-jobs/{job.id}")


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
    closable = actor.may(service.CLOSING_SCOPE)
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
    new ticket that follows the first up, and `ticket_id` says which. What is written on a merged ticket lands on the
    one that it is merged into, and goes with the first at an unmerge.
    """
    message, new = await messages.add_message(session, cause, ticket_id, body, window=window)
    view = MessageOut.of(message)
    if not new:
        return answer.existing(view)
    return answer.created(view, f"/v1/tickets/{message.ticket_id}/messages/{message.id}")


@router.get("/{ticket_id}/messages")
async def list_messages(ticket_id: Id, session: Session, page: Page) -> Listed[MessageOut]:
    """A ticket's messages and those of what is merged into it, each with its own ticket_id, the oldest first."""
    return await page.of(session, queries.messages(await trees.held(session, ticket_id)), MessageOut.of)


@router.get("/{ticket_id}/messages/{message_id}")
async def read_message(ticket_id: Id, message_id: Id, session: Session, answer: Answer) -> MessageOut:
    """One message of a ticket."""
    return answer.item(MessageOut.of(await queries.message(session, ticket_id, message_id)))


async def _written(
    session: AsyncSession, reading: TicketReading, ticket_ids: Collection[UUID]
) -> Mapping[UUID, Sequence[Mapping[str, Any]]]:
    """What was written on the tickets, where it was asked for."""
    return await queries.newest_messages(session, ticket_ids) if "messages" in reading.include else {}
