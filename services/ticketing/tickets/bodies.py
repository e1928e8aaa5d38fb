"""What a request says of a ticket, as rows, and a ticket as a request would say it."""

from typing import Any

from services.ticketing.tickets.models import Message, Ticket
from services.ticketing.tickets.schemas import TicketDetails, TicketIn, requester_of
from shared.events.cause import Cause


def opening(ticket: Ticket, cause: Cause, body: TicketIn) -> Message | None:
    """The first message: in public it is the requester who speaks, internally the caller."""
    if body.message is None:
        return None
    public = body.message.visibility == "public"
    return Message(
        ticket_id=ticket.id,
        visibility=body.message.visibility,
        author_kind="customer" if public else "agent",
        author_id=ticket.contact_id if public else cause.staff_id,
        author_name=ticket.requester_name if public else None,
        channel=ticket.channel,
        body=body.message.body,
        created_at=cause.at,
    )


def columns_of(body: TicketDetails) -> dict[str, Any]:
    """The columns of what may be changed."""
    fields = body.model_dump(include=set(TicketDetails.model_fields) - {"requester"})
    return {
        **fields,
        "contact_id": body.requester.contact_id,
        "requester_name": body.requester.name,
        "requester_email": body.requester.email,
        "requester_phone": body.requester.phone,
    }


def details_of(ticket: Ticket) -> dict[str, Any]:
    """What may be changed, as a body gives it."""
    fields = ticket.model_dump(mode="json", include=set(TicketDetails.model_fields) - {"requester"})
    requester = {name: str(value) for name, value in requester_of(ticket.model_dump()).items() if value is not None}
    return {**fields, "requester": requester}
