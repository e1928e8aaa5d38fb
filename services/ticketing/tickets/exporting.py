"""The lists of tickets and messages, as exports write them down."""

from pydantic import field_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import Select, select
from sqlmodel import col

from services.ticketing.tickets import queries, search_query
from services.ticketing.tickets.filters import TicketFilters
from services.ticketing.tickets.models import Message
from services.ticketing.tickets.schemas import MessageOut, TicketOut
from shared.features.bulk_jobs import kinds
from shared.http.fields import Filters, Id

SCOPE = "ticketing:tickets:read"


class MessageFilters(Filters):
    """What an export of messages may be narrowed to."""

    ticket_id: Id | None = None


class TicketExport(TicketFilters):
    """What an export of tickets may be narrowed to: the list's filters, without who asks."""

    @field_validator("q")
    @classmethod
    def _means_the_same_for_all(cls, text: str | None) -> str | None:
        if text is not None and search_query.read(text).names_me:
            raise PydanticCustomError("search", "An export names members of staff by id")
        return text


def _messages(filters: MessageFilters) -> Select[Message]:
    if filters.ticket_id is not None:
        return queries.messages([filters.ticket_id])
    return select(Message).order_by(col(Message.id))


ENTITIES = (
    kinds.listed(
        "tickets",
        SCOPE,
        TicketExport,
        queries.tickets,
        TicketOut,
        TicketOut.of,
        shown={"status": ["solved", "closed"]},
        without=["messages"],
    ),
    kinds.selected("messages", SCOPE, MessageFilters, _messages, MessageOut, MessageOut.of, shown={}),
)
