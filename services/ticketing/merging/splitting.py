"""Splitting a ticket: some of its messages become a ticket of their own, linked to it.

The new ticket is that of the customer who wrote the first of these messages, since they wrote it: from then on its
clocks run, by the policy that is in force now, and what was answered among these messages counts as answered. What
the first ticket's clocks and counts made of them was so when it happened, and stays.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col

from services.ticketing.directory import queries as directory
from services.ticketing.links import service as links
from services.ticketing.merging.errors import NothingLeft, SplitNotAllowed, UnknownMessage
from services.ticketing.merging.schemas import SplitIn
from services.ticketing.sla import clock
from services.ticketing.tickets import queries, service, telling
from services.ticketing.tickets.errors import merged
from services.ticketing.tickets.messages import LONGEST_SUBJECT
from services.ticketing.tickets.models import Message, Ticket
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags
from shared.ids import uuid7

TAKEN_OVER = {
    "assignee_id",
    "brand",
    "contact_reason_id",
    "custom",
    "group_id",
    "priority",
    "silent",
    "tags",
    "trace_id",
}
WHOSE = {"account_id", "contact_id", "requester_email", "requester_name", "requester_phone"}
_HEARD = {
    "customer": clock.Kind.CUSTOMER_WROTE,
    "agent": clock.Kind.AGENT_REPLIED,
    "bot": clock.Kind.BOT_REPLIED,
    "system": clock.Kind.BOT_REPLIED,
}
_MOVE = "UPDATE message SET ticket_id = $1, addressed_to_id = NULL WHERE id = ANY ($2::uuid[])"


async def split(
    session: AsyncSession, cause: Cause, ticket_id: UUID, body: SplitIn, expected: int | None = None
) -> Ticket:
    """Make some messages of a ticket a new one; answers it.

    Raises NotFound, PreconditionFailed, UnknownMessage, NothingLeft, SplitNotAllowed on a closed ticket and
    TransitionNotAllowed on a merged one.
    """
    first = await queries.locked(session, ticket_id)
    etags.check(first.version, expected)
    if first.merged_into_id is not None:
        raise merged(first.merged_into_id)
    if first.status == "closed":
        raise SplitNotAllowed("A closed ticket stays as it is.")
    chosen = await _chosen(session, first, body.message_ids)
    begins, since = _beginning(chosen, cause)
    whose = await _asked_on(session, first, begins)
    ticket = _ticket(cause, first, whose, body, chosen, begins, since)
    tier = await directory.tier_of(session, ticket.account_id)
    await service.open_tickets(session, [service.new_ticket(ticket, cause, tier)])
    await fetch(session, _MOVE, ticket.id, [message.id for message in chosen])
    made = await queries.locked(session, ticket.id)
    for message in chosen:
        telling.message_added(session, cause, made, message)
    heard = [
        clock.Fact(message.created_at, _HEARD[message.author_kind])
        for message in _public(chosen, since)
        if message is not begins
    ]
    if heard:
        await service.follow(session, cause, made, *heard)
    service.touch(first, cause.at)
    flag_modified(first, "updated_at")
    await links.keep(session, cause, made.id, "split_from", first.id)
    moved = [message.id for message in chosen]
    changes = [
        audit.Change("ticket.split", "ticket", first.id, {}, {"ticket_id": made.id, "message_ids": moved}, body.reason),
        audit.Change("ticket.split_off", "ticket", made.id, {}, _origin(made, first), body.reason),
    ]
    await audit.record_many(session, cause, changes)
    return made


async def _chosen(session: AsyncSession, ticket: Ticket, message_ids: Sequence[UUID]) -> Sequence[Message]:
    """The messages to split off, the oldest first. Raises UnknownMessage, NothingLeft."""
    rows = await session.scalars(
        select(Message)
        .where(col(Message.ticket_id) == ticket.id, col(Message.id).in_(message_ids))
        .order_by(col(Message.created_at), col(Message.id))
    )
    chosen = rows.all()
    known = {message.id for message in chosen}
    for position, message_id in enumerate(message_ids):
        if message_id not in known:
            raise UnknownMessage(position)
    held = await session.scalar(select(func.count()).where(col(Message.ticket_id) == ticket.id))
    if held == len(chosen):
        raise NothingLeft
    return chosen


def _beginning(chosen: Sequence[Message], cause: Cause) -> tuple[Message | None, datetime]:
    """The first thing that the customer wrote, if anything, and the time from which the ticket counts."""
    theirs = [each for each in chosen if (each.author_kind, each.visibility) == ("customer", "public")]
    return (theirs[0], theirs[0].created_at) if theirs else (None, cause.at)


async def _asked_on(session: AsyncSession, first: Ticket, begins: Message | None) -> Ticket:
    """The ticket that the first of the customer's messages was written on: a merged one may be another customer's."""
    if begins is None or begins.addressed_to_id is None:
        return first
    return await queries.ticket(session, begins.addressed_to_id)


def _public(chosen: Sequence[Message], since: datetime) -> list[Message]:
    """What customer and desk have read since then."""
    return [each for each in chosen if each.visibility == "public" and each.created_at >= since]


def _ticket(
    cause: Cause,
    first: Ticket,
    whose: Ticket,
    body: SplitIn,
    chosen: Sequence[Message],
    begins: Message | None,
    since: datetime,
) -> Ticket:
    replies = [each.created_at for each in _public(chosen, since) if each.author_kind == "agent"]
    ticket = Ticket(
        id=uuid7(),
        type=body.type or ("question" if first.type == "escalation" else first.type),
        subject=body.subject or f"Split from #{first.number}: {first.subject}"[:LONGEST_SUBJECT],
        channel=begins.channel if begins else first.channel,
        status="open" if first.assignee_id or replies else "new",
        public_reply_count=len(replies),
        first_replied_at=min(replies, default=None),
        created_at=since,
        updated_at=cause.at,
        **first.model_dump(include=TAKEN_OVER),
        **whose.model_dump(include=WHOSE),
    )
    if (ticket.assignee_id or ticket.group_id) and not ticket.silent:
        ticket.give_to(ticket.assignee_id, ticket.group_id, by="manual", at=cause.at)
    return ticket


def _origin(made: Ticket, first: Ticket) -> dict[str, Any]:
    return {"number": made.number, "type": made.type, "status": made.status, "from_ticket_id": first.id}
