"""What is kept of a request about a customer who was erased: ids and codes, none of their data and words."""

from typing import TypeVar

from services.ticketing.tickets.schemas import MessageIn, Requester, TicketDetails, TicketIn
from shared.features.privacy.person import ERASED

D = TypeVar("D", bound=TicketDetails)
T = TypeVar("T", bound=TicketIn)


def details(body: D) -> D:
    """A ticket's details."""
    nobody = Requester(contact_id=body.requester.contact_id)
    return body.model_copy(update={"requester": nobody, "subject": ERASED, "custom": {}})


def ticket(body: T) -> T:
    """A new ticket, with its first message."""
    first = body.message and body.message.model_copy(update={"body": ERASED})
    return details(body).model_copy(update={"message": first})


def message(body: MessageIn) -> MessageIn:
    """A message of theirs."""
    nobody = body.author.model_copy(update={"name": None})
    return body.model_copy(update={"body": ERASED, "author": nobody, "attachments": []})
