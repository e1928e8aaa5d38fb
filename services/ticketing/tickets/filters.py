"""What a list of tickets may be narrowed to, over HTTP."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from services.ticketing.tickets import search_query
from services.ticketing.tickets.schemas import EmailAddress, Priority, Tag, Type
from services.ticketing.tickets.states import Status
from shared.http.fields import Filters, Id, Instant, ShortText, Text


def _readable(text: str) -> str:
    try:
        search_query.read(text)
    except search_query.Unreadable as wrong:
        raise PydanticCustomError("search", "{why}", {"why": str(wrong)}) from None
    return text


SearchText = Annotated[
    Text,
    StringConstraints(min_length=1, max_length=500),
    AfterValidator(_readable),
    Field(description=search_query.DESCRIPTION),
]
"""A search as `search_query` reads it."""


class TicketReading(Filters):
    """What comes with a ticket that is read, besides what it is."""

    include: list[Literal["messages"]] = Field(default=[])


class TicketFilters(TicketReading):
    """What a list of tickets may be narrowed to.

    updated_since counts that instant too. q: words, "phrases", -words, `or`, numbers and filters, which the search
    finds in the subject and in all messages; a word that stands nowhere finds those that are one slip away from it.
    """

    status: list[Status] = Field(default=[])
    type: list[Type] = Field(default=[])
    priority: list[Priority] = Field(default=[])
    group_id: Id | None = None
    assignee_id: Id | None = None
    account_id: Id | None = None
    requester_email: EmailAddress | None = None
    source_service: ShortText | None = None
    source_kind: ShortText | None = None
    source_id: ShortText | None = None
    tag: Tag | None = None
    parent_id: Id | None = None
    watcher_id: Id | None = None
    updated_since: Instant | None = None
    q: SearchText | None = None

    @property
    def only_search(self) -> str | None:
        """The search, where nothing else narrows the list."""
        return self.q if self.model_dump(exclude_defaults=True, exclude={"include"}).keys() == {"q"} else None
