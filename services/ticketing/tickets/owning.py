"""How a ticket finds its owner by rules and strategies, and what is kept of why (routing/deciding.py)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from services.ticketing.directory import queries as directory
from services.ticketing.routing import deciding
from services.ticketing.routing.deciding import Occasion, Routed
from services.ticketing.routing.matching import Traits
from services.ticketing.routing.models import RoutingDecision
from services.ticketing.tickets.models import Message, Ticket
from shared.db.statements import fetch
from shared.events import writing
from shared.events.cause import Cause
from shared.events.writing import Rows
from shared.features.audit import service as audit

OVER = ("solved", "closed")

_FIRST_WORDS = "SELECT body FROM message WHERE ticket_id = $1 ORDER BY id LIMIT 1"


@dataclass(frozen=True, slots=True)
class Found:
    """What was decided about a ticket, and on what occasion."""

    routed: Routed
    occasion: Occasion


async def of_new(
    session: AsyncSession, cause: Cause, ticket: Ticket, account_tier: str | None, said: Message | str | None
) -> Found | None:
    """Give a ticket that is about to be opened to a group and to somebody of it; None where nothing decides that.

    One with an assignee keeps them, one with a group keeps that. Silent ones, and what is over, are left alone.
    said: the first message, or its text.
    """
    if ticket.assignee_id is not None or ticket.silent or ticket.status in OVER:
        return None
    if not await deciding.concerns(session, ticket.group_id):
        return None
    body = said.body if isinstance(said, Message) else said
    traits = traits_of(ticket.model_dump(), account_tier, body)
    routed = await deciding.decide(session, traits, account_id=ticket.account_id, group_id=ticket.group_id, at=cause.at)
    if routed.group_id is not None:
        ticket.give_to(routed.assignee_id, routed.group_id, by="routing", at=cause.at)
    if routed.assignee_id is not None and ticket.status == "new":
        ticket.status = "open"
    return Found(routed, "created")


async def of_group(session: AsyncSession, cause: Cause, ticket: Ticket, after: Mapping[str, Any]) -> Found | None:
    """Who of a group that a ticket is given to gets it; None where that is left to people. after: its owners to be."""
    group_id: UUID | None = after["group_id"]
    if group_id is None or after["assignee_id"] is not None or not await deciding.concerns(session, group_id):
        return None
    return Found(await again(session, cause, ticket, group_id), "group_given")


async def again(session: AsyncSession, cause: Cause, ticket: Ticket, group_id: UUID | None) -> Routed:
    """What rules and strategies say of a ticket that is there. group_id: None to look for one."""
    columns = ticket.model_dump()
    tier = await directory.tier_of(session, ticket.account_id)
    traits = traits_of(columns, tier, await first_words(session, ticket.id))
    return await deciding.decide(session, traits, account_id=ticket.account_id, group_id=group_id, at=cause.at)


async def rows(session: AsyncSession, cause: Cause, ticket_id: UUID, found: Found | None) -> dict[type[SQLModel], Rows]:
    """What to write with a ticket: the decision, which is recorded."""
    if found is None:
        return {}
    await deciding.keep(session, found.routed)
    await audit.record_many(session, cause, [deciding.change(found.routed, ticket_id, found.occasion, cause)])
    return {RoutingDecision: [deciding.columns(found.routed, ticket_id, found.occasion, cause.at)]}


async def record(session: AsyncSession, cause: Cause, ticket_id: UUID, found: Found | None) -> None:
    """Keep a decision about a ticket that is there."""
    await writing.write(session, await rows(session, cause, ticket_id, found))


def traits_of(row: Mapping[str, Any], account_tier: str | None, message: str | None) -> Traits:
    """What rules look at. row: the ticket's columns. message: the text of its first message."""
    reason = row["contact_reason_id"]
    return Traits(
        channel=row["channel"],
        type=row["type"],
        priority=row["priority"],
        brand=row["brand"],
        subject=row["subject"],
        tags=tuple(row["tags"]),
        contact_reason_id=str(reason) if reason else None,
        account_tier=account_tier,
        message=message,
    )


async def first_words(session: AsyncSession, ticket_id: UUID) -> str | None:
    """The text of a ticket's first message."""
    found = await fetch(session, _FIRST_WORDS, ticket_id)
    return found[0].body if found else None
