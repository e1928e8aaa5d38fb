"""What a message is besides its words: from where it came, its files, and by which way a reply leaves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.attachments import service as attachments
from services.ticketing.tickets.models import Ticket
from services.ticketing.tickets.schemas import MessageIn

LEAVING = frozenset({"email"})
"""The channels by which replies leave; what is written for another one is read or said there."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a customer's message came in by a channel.

    digest: of the request, to tell a repeated one. address: from where, as `channels.threading` folds it.
    """

    digest: str
    address: str
    occurred_at: datetime | None = None

    def columns(self) -> dict[str, Any]:
        """What the message keeps of it."""
        return {"source_digest": self.digest, "author_address": self.address, "occurred_at": self.occurred_at}


async def columns(
    session: AsyncSession, ticket: Ticket, body: MessageIn, message_id: UUID, arrival: Arrival | None
) -> Mapping[str, Any]:
    """A message's columns besides its words. Raises UnknownAttachment."""
    said = arrival.columns() if arrival is not None else {}
    if body.attachments:
        said["attachments"] = await attachments.give(session, body.attachments, message_id)
    return {**said, **_leaving(ticket, body)}


def _leaving(ticket: Ticket, body: MessageIn) -> dict[str, Any]:
    """How a reply is to leave. One that its source has sent or said already goes out no second time."""
    if body.visibility != "public" or body.author.kind != "agent" or body.source_id is not None:
        return {}
    asked = body.channel if "channel" in body.model_fields_set else None
    channel = asked or ticket.customer_channel or ticket.channel
    state = "queued" if channel in LEAVING else "not_applicable"
    return {"delivery_channel": channel, "delivery_state": state}
