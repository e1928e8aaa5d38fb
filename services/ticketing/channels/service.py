"""The deeds: taking in what a customer wrote, and sending again what did not reach them.

To find its ticket, in this order: what it answers; the number in its subject, if who writes takes part in that ticket;
the sender's open conversation in the channel. A number is known to whoever saw one subject, so it opens nothing to a
stranger: their message goes its own way, with a note. A Message-ID is known to those who got that mail.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.attachments import service as attachments
from services.ticketing.channels import queries, threading
from services.ticketing.channels.errors import LoopSuspected, NotFailed
from services.ticketing.channels.schemas import InboundIn
from services.ticketing.directory import people
from services.ticketing.tickets import messages
from services.ticketing.tickets import queries as tickets_queries
from services.ticketing.tickets import service as tickets
from services.ticketing.tickets.conversing import Arrival
from services.ticketing.tickets.models import Message, Ticket
from services.ticketing.tickets.schemas import Author, Channel, MessageIn, Opening, Requester, TicketIn
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.notification_templates.templates import one_line
from shared.http.errors import SourceConflict
from shared.http.fields import digest
from shared.ids import uuid7

BURST = timedelta(minutes=10)
"""Within which one sender may write so many messages on one ticket."""

NO_SUBJECT = "(no subject)"

Found = Literal["in_reply_to", "number", "sender"]


@dataclass(frozen=True, slots=True)
class House:
    """What of the settings matters here.

    window: how long a solved ticket may be reopened. most: messages of one sender on one ticket within BURST.
    host: what stands after the @ of our Message-IDs. own: the address that replies come from.
    """

    window: timedelta
    most: int
    host: str
    own: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a message, and by what its ticket was found."""

    outcome: Literal["opened", "added", "known", "ignored"]
    message: Message | None = None
    ticket: Ticket | None = None
    threaded_by: Found | None = None


@dataclass(frozen=True, slots=True)
class _Thread:
    """Where a message belongs. claimed: the number of a ticket in which its sender takes no part."""

    ticket_id: UUID | None = None
    by: Found | None = None
    claimed: int | None = None


async def take_in(session: AsyncSession, cause: Cause, channel: Channel, body: InboundIn, house: House) -> Taken:
    """Put what came on its ticket, or open one. The same source_id again adds nothing.

    Raises SourceConflict, LoopSuspected, UnknownAttachment.
    """
    address = body.sender.address
    assert address is not None
    # First the message's name, then its sender: nobody waits for the first while holding the second.
    await queries.be_alone(session, f"{channel}:{body.source_id}", f"{channel} from {address}")
    arrival = Arrival(f"inbound:{digest(body)}", address, body.occurred_at)
    known = await queries.of_source(session, channel, body.source_id)
    if known is not None:
        if known.source_digest != arrival.digest:
            raise SourceConflict(conflicting_id=known.id)
        return Taken("known", known, await tickets_queries.ticket(session, known.ticket_id))
    if address == house.own or threading.our_message(body.source_id, house.host) is not None:
        return Taken("ignored")
    contact_id = await _contact(session, body)
    thread = await _thread(session, channel, body, address, contact_id, house)
    if thread.ticket_id is None and body.automatic:
        return Taken("ignored")
    if thread.ticket_id is None:
        message, ticket = await _open(session, cause, channel, body, arrival, contact_id)
        taken = Taken("opened", message, ticket)
    else:
        await _refuse_loops(session, cause, thread.ticket_id, address, house)
        said = _said(channel, body, contact_id)
        message, _ = await messages.add_message(
            session, cause, thread.ticket_id, said, window=house.window, arrival=arrival
        )
        ticket = await tickets_queries.ticket(session, message.ticket_id)
        taken = Taken("added", message, ticket, thread.by)
    if thread.claimed is not None:
        note = f"The subject names #{thread.claimed}, a ticket in which its sender takes no part."
        await messages.add_note(session, cause, ticket.id, note, f"claimed:{message.id}")
    return taken


async def send_again(session: AsyncSession, cause: Cause, ticket_id: UUID, message_id: UUID) -> Message:
    """Queue a reply that could not be delivered once more. Raises NotFound, NotFailed."""
    await tickets_queries.locked(session, ticket_id)
    message = await tickets_queries.message(session, ticket_id, message_id)
    if message.delivery_state != "failed":
        raise NotFailed(f"Its delivery is {message.delivery_state or 'nothing that is sent'}.")
    before = audit.state_of(message, "delivery_state", "delivery_error")
    message.delivery_state, message.delivery_attempts, message.delivery_lease_until = "queued", 0, None
    await audit.record(
        session,
        cause,
        action="message.send_again",
        entity="ticket",
        entity_id=ticket_id,
        before=before,
        after={"message_id": message.id, "delivery_state": "queued"},
    )
    return message


async def _contact(session: AsyncSession, body: InboundIn) -> UUID | None:
    email = people.email(body.sender.email) if body.sender.email is not None else None
    phone = people.phone(body.sender.phone) if body.sender.phone is not None else None
    return await queries.contact_of(session, email, phone) if email or phone else None


async def _thread(
    session: AsyncSession, channel: Channel, body: InboundIn, address: str, contact_id: UUID | None, house: House
) -> _Thread:
    """The ticket that it belongs to."""
    if body.in_reply_to is not None:
        ours = threading.our_message(body.in_reply_to, house.host)
        found = await queries.answered(session, channel, ours, threading.spellings(body.in_reply_to))
        if found is not None:
            return _Thread(found, "in_reply_to")
    claimed = None
    number = threading.number_in(body.subject)
    if number is not None:
        found, takes_part = await queries.numbered(session, number, address, contact_id)
        if takes_part:
            return _Thread(found, "number")
        claimed = number if found is not None else None
    found = await queries.open_conversation(session, channel, address, contact_id)
    return _Thread(found, "sender" if found is not None else None, claimed)


async def _refuse_loops(session: AsyncSession, cause: Cause, ticket_id: UUID, address: str, house: House) -> None:
    """Two machines that answer each other go on for ever; a person who is cut short sends it again."""
    written = await queries.written_since(session, ticket_id, address, cause.at - BURST)
    if written >= house.most:
        minutes = int(BURST.total_seconds() // 60)
        raise LoopSuspected(
            f"At most {house.most} messages of one sender within {minutes} minutes.",
            retry_after=int(BURST.total_seconds()),
        )


def _said(channel: Channel, body: InboundIn, contact_id: UUID | None) -> MessageIn:
    """As a message on a ticket. What nobody wrote is a bot's: it moves no clock and reopens nothing."""
    return MessageIn(
        body=body.body,
        visibility="public",
        author=Author(kind="bot" if body.automatic else "customer", id=contact_id, name=body.sender.name),
        channel=channel,
        source_id=body.source_id,
        attachments=body.attachments,
    )


async def _open(
    session: AsyncSession, cause: Cause, channel: Channel, body: InboundIn, arrival: Arrival, contact_id: UUID | None
) -> tuple[Message, Ticket]:
    """A new ticket with the message on it."""
    sender, message_id = body.sender, uuid7()
    asked = TicketIn(
        subject=one_line(body.subject or "")[: messages.LONGEST_SUBJECT] or NO_SUBJECT,
        type="question",
        channel=channel,
        requester=Requester(contact_id=contact_id, name=sender.name, email=sender.email, phone=sender.phone),
        message=Opening(body=body.body),
    )
    arrived = {
        **arrival.columns(),
        "id": message_id,
        "source_id": body.source_id,
        "attachments": await attachments.give(session, body.attachments, message_id),
        "author_name": sender.name,
    }
    ticket, _ = await tickets.create(session, cause, asked, arrived=arrived)
    return await tickets_queries.message(session, ticket.id, message_id), await tickets_queries.ticket(
        session, ticket.id
    )
