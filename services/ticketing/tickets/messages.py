"""Writing on a ticket, and what it does to it: a reply opens it, a customer's word reopens it or follows up."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col

from services.ticketing.directory import queries as directory
from services.ticketing.recovery import service as recovery
from services.ticketing.sla import clock
from services.ticketing.tickets import conversing, impersonal, owning, queries, service, telling, trees
from services.ticketing.tickets.conversing import Arrival
from services.ticketing.tickets.models import Message, Ticket
from services.ticketing.tickets.schemas import MessageIn
from services.ticketing.watchers import notices
from services.ticketing.watchers import queries as watchers
from services.ticketing.watchers.notices import News
from shared.db.statements import fetch
from shared.events import writing
from shared.events.cause import Cause
from shared.events.writing import Rows
from shared.features.audit import service as audit
from shared.features.privacy import marks
from shared.http.errors import SourceConflict
from shared.http.fields import digest
from shared.ids import uuid7

LONGEST_SUBJECT = 200  # characters


async def add_message(
    session: AsyncSession,
    cause: Cause,
    ticket_id: UUID,
    body: MessageIn,
    *,
    window: timedelta,
    arrival: Arrival | None = None,
    goes_out: bool = False,
    request: str | None = None,
) -> tuple[Message, bool]:
    """Write on a ticket; answers the message, and whether it is new.

    arrival: of what came in by a channel: its request is the same whatever ticket it found. goes_out: a reply that has
    a source_id leaves too, since that only says that it was written once. request: what tells it from another one of
    its source_id; else the body does, with the ids of its files.

    A customer's public message on a closed ticket, or on one solved longer ago than the reopen window,
    lands on a new ticket that follows it up: the message's ticket_id says where. What is written on a merged
    ticket lands on the one that it is merged into.
    Raises NotFound, SourceConflict, UnknownAttachment.
    """
    addressed, ticket = _both_ends(await trees.locked_path(session, ticket_id))
    redirected = ticket is not addressed
    told_by = arrival.digest if arrival is not None else f"{ticket_id}:{request or digest(body)}"
    if body.source_id is not None:
        before = await _same_source(session, body.channel, body.source_id, told_by)
        if before is not None:
            return before, False
    from_customer = body.visibility == "public" and body.author.kind == "customer"
    if from_customer and _is_over(ticket, window, cause):
        ticket, redirected = await _follow_up(session, cause, addressed, body.body), False
    if body.author.kind == "customer" and await marks.is_erased(session, addressed.contact_id):
        body, arrival = impersonal.message(body), None
    message_id = uuid7()
    message = Message(
        id=message_id,
        ticket_id=ticket.id,
        addressed_to_id=addressed.id if redirected else None,
        visibility=body.visibility,
        author_kind=body.author.kind,
        author_id=_author_id(cause, body),
        author_name=body.author.name,
        channel=body.channel,
        body=body.body,
        source_id=body.source_id,
        **{
            "source_digest": told_by if body.source_id is not None else None,
            **await conversing.columns(session, ticket, body, message_id, arrival, goes_out=goes_out),
        },
        created_at=cause.at,
    )
    named = body.source_id is not None
    if named and not await _insert(session, message):  # another ticket's request was faster
        raise SourceConflict(conflicting_id=await _id_of_source(session, body.channel, body.source_id))
    telling.message_added(session, cause, ticket, message)
    status = ticket.status
    if from_customer:
        if "channel" in body.model_fields_set:
            ticket.customer_channel = body.channel
        await _customer_wrote(session, cause, ticket, window)
    elif body.visibility == "public" and body.author.kind == "agent":
        await _agent_replied(session, cause, ticket, window, redirected=redirected)
    else:
        service.touch(ticket, cause.at)
    # With all facts of the request in one statement; a savepoint's would overtake those that were told before it.
    await audit.record_many(session, cause, [_change(ticket, message)])
    rows: dict[type[SQLModel], Rows] = {} if named else {Message: [message.model_dump()]}
    if body.visibility == "public":
        listening = await writing.write_and_read(session, rows, watchers.who_listens, [ticket.id])
        if listening:
            await notices.tell(session, cause, [_news(ticket, message, status)], listening)
    else:
        await writing.write(session, rows)
    return message, True


async def add_note(session: AsyncSession, cause: Cause, ticket_id: UUID, body: str, source_id: str) -> bool:
    """Leave an internal note of the system's; the second of one source_id adds nothing. Answers if it is new."""
    addressed, ticket = _both_ends(await trees.locked_path(session, ticket_id))
    note = Message(
        ticket_id=ticket.id,
        addressed_to_id=addressed.id if ticket is not addressed else None,
        visibility="internal",
        author_kind="system",
        channel=ticket.channel,
        body=body,
        source_id=source_id,
        created_at=cause.at,
    )
    if not await _insert(session, note):
        return False
    telling.message_added(session, cause, ticket, note)
    service.touch(ticket, cause.at)
    await audit.record_many(session, cause, [_change(ticket, note)])
    return True


async def _customer_wrote(session: AsyncSession, cause: Cause, ticket: Ticket, window: timedelta) -> None:
    """What waited for the customer, or was solved a short while ago, is open again."""
    previous = None
    if ticket.status in ("pending", "solved"):
        previous = ticket.move("open", at=cause.at, window=window)
    service.touch(ticket, cause.at)
    wrote = clock.Fact(cause.at, clock.Kind.CUSTOMER_WROTE)
    if previous is None:
        await service.follow(session, cause, ticket, wrote)
        return
    await service.after_move(session, cause, ticket, previous, wrote, reason="customer_wrote")
    telling.updated(session, cause, ticket)


async def _agent_replied(
    session: AsyncSession, cause: Cause, ticket: Ticket, window: timedelta, *, redirected: bool
) -> None:
    """A human's public reply: it opens a new ticket, fulfils reply clocks, and is a contact of the recovery.

    redirected: it is the reply to a merged ticket, whose recovery case may have come with it.
    """
    first, opens = ticket.first_replied_at is None, ticket.status == "new"
    ticket.public_reply_count += 1
    if first:
        ticket.first_replied_at = cause.at
    if opens:
        ticket.move("open", at=cause.at, window=window)
    service.touch(ticket, cause.at)
    replied = clock.Fact(cause.at, clock.Kind.AGENT_REPLIED)
    if opens:
        await service.after_move(session, cause, ticket, "new", replied, reason="agent_replied")
    else:
        await service.follow(session, cause, ticket, replied)
    if first or redirected:
        await recovery.count_reply_as_contact(session, cause, ticket.id, cause.at)
    if first:
        telling.updated(session, cause, ticket)


def _news(ticket: Ticket, message: Message, status: str) -> News:
    """What watchers hear of a message, and of what it did to the ticket. status: before."""
    return News(
        ticket.model_dump(),
        f"message:{message.id}",
        written_by=message.author_kind,
        status=ticket.status if ticket.status != status else None,
        author_id=message.author_id if message.author_kind == "agent" else None,
    )


def _both_ends(path: list[Ticket]) -> tuple[Ticket, Ticket]:
    """The ticket that is written on, and the one on which that lands."""
    return path[0], path[-1]


def _is_over(ticket: Ticket, window: timedelta, cause: Cause) -> bool:
    solved_long_ago = ticket.status == "solved" and not ticket.reopenable(window, cause.at)
    return ticket.status == "closed" or solved_long_ago


async def _follow_up(session: AsyncSession, cause: Cause, first: Ticket, said: str) -> Ticket:
    """A new ticket for a customer who comes back to a closed one: same people, same story."""
    ticket = Ticket(
        id=uuid7(),
        type="question" if first.type == "escalation" else first.type,
        subject=f"Follow-up to #{first.number}: {first.subject}"[:LONGEST_SUBJECT],
        channel=first.channel,
        group_id=first.group_id,
        parent_id=first.id,
        trace_id=first.trace_id,
        created_at=cause.at,
        updated_at=cause.at,
        **first.model_dump(
            include={
                "account_id",
                "brand",
                "contact_id",
                "contact_reason_id",
                "requester_name",
                "requester_email",
                "requester_phone",
            }
        ),
    )
    if ticket.group_id is not None:
        ticket.give_to(None, ticket.group_id, by="routing", at=cause.at)
    tier = await directory.tier_of(session, ticket.account_id)
    found = await owning.of_new(session, cause, ticket, tier, said)
    await service.open_tickets(session, [service.new_ticket(ticket, cause, tier)])
    await owning.record(session, cause, ticket.id, found)
    await audit.record(
        session,
        cause,
        action="ticket.follow_up",
        entity="ticket",
        entity_id=ticket.id,
        after={"number": ticket.number, "parent_id": first.id},
    )
    return await queries.locked(session, ticket.id)


def _author_id(cause: Cause, body: MessageIn) -> UUID | None:
    if body.author.id is not None or body.author.kind != "agent":
        return body.author.id
    return cause.staff_id


async def _same_source(session: AsyncSession, channel: str, source_id: str, request: str) -> Message | None:
    """The message that this source brought before, if the request is the same. Raises SourceConflict."""
    found = await session.scalar(
        select(Message).where(col(Message.channel) == channel, col(Message.source_id) == source_id)
    )
    if found is not None and found.source_digest != request:
        raise SourceConflict(conflicting_id=found.id)
    return found


async def _id_of_source(session: AsyncSession, channel: str, source_id: str | None) -> UUID | None:
    return await session.scalar(
        select(col(Message.id)).where(col(Message.channel) == channel, col(Message.source_id) == source_id)
    )


async def _insert(session: AsyncSession, message: Message) -> bool:
    """Insert a message unless its channel has its source_id already; answers whether it did."""
    columns = message.model_dump()
    inserting = writing.inserting(Message, tuple(columns), 1)
    statement = f"{inserting} ON CONFLICT ON CONSTRAINT uq_message_channel_source_id DO NOTHING RETURNING id"
    return bool(await fetch(session, statement, writing.as_json([columns])))


def _change(ticket: Ticket, message: Message) -> audit.Change:
    """What the audit trail tells of a message."""
    after = {"message_id": message.id, **message.model_dump(include={"visibility", "author_kind", "channel"})}
    return audit.Change("ticket.message", "ticket", ticket.id, after=after)
