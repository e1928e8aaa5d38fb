"""HTTP bodies of tickets."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from services.ticketing.attachments.schemas import AttachedFile, AttachmentRefs
from services.ticketing.tickets.delivery import DeliveryOut, delivery_of
from services.ticketing.tickets.models import Message, Ticket
from services.ticketing.tickets.states import Status
from shared.http.fields import Body, Id, JsonObject, LongText, ShortText, Text, View, example

MOST_TAGS = 50

Type = Literal["question", "incident", "complaint", "escalation", "task", "repair"]
Priority = Literal["low", "normal", "high", "urgent"]
Channel = Literal["email", "chat", "phone", "social", "in_person", "web", "api", "survey"]
Visibility = Literal["public", "internal"]
AuthorKind = Literal["customer", "agent", "bot", "system"]
ResolutionCode = Literal["fixed", "answered", "workaround", "declined", "duplicate", "spam", "no_response"]

EmailAddress = Annotated[Text, Field(min_length=3, max_length=320)]
Tag = Annotated[Text, Field(min_length=1, max_length=80)]


_TICKET = "01a207e6-dd40-7d40-8a95-72e0c61fb30f"
_MESSAGE = "01a208b4-9a80-7d46-93bf-40de71a86c15"
_MIA = "01a1f82f-1e81-7a12-8f27-91b0e3c86d03"
_ANA = "01a1f82f-1e81-7a11-9b3e-60c4a7d15f02"
_ACME = "01a1f82f-1e81-7a10-8c51-2f6d0b7e9a01"
_CARE = "01a19b45-b800-7002-92af-5d38c6e1b006"
_ANSWER = "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c"

_MESSAGE_OUT: dict[str, Any] = {
    "id": _MESSAGE,
    "ticket_id": _TICKET,
    "visibility": "public",
    "author": {"kind": "agent", "id": _MIA, "name": "Mia"},
    "channel": "email",
    "body": "I am sorry. I call you at two.",
    "source_id": None,
    "created_at": "2026-11-23T14:00:00Z",
    "occurred_at": None,
    "attachments": [],
    "delivery": {
        "channel": "email",
        "state": "sent",
        "attempts": 1,
        "last_error": None,
        "sent_at": "2026-11-23T14:00:00.700000Z",
    },
}


class Requester(Body):
    """Who asks. The contact need not be known yet."""

    contact_id: Id | None = None
    name: ShortText | None = None
    email: EmailAddress | None = None
    phone: ShortText | None = None


class Source(Body):
    """What a ticket is made from. One source makes one ticket."""

    service: ShortText
    kind: ShortText
    id: ShortText


class Opening(Body):
    """The first message: what the requester said (public), or a note about it (internal)."""

    body: LongText
    visibility: Visibility = "public"


class TicketDetails(Body):
    """What a ticket says, as far as it may be changed later by PATCH."""

    subject: ShortText
    type: Type
    priority: Priority = "normal"
    requester: Requester = Requester()
    account_id: Id | None = None
    brand: ShortText = "default"
    tags: list[Tag] = Field(default=[], max_length=MOST_TAGS)
    custom: JsonObject = Field(default={})
    contact_reason_id: Id | None = None
    parent_id: Id | None = None

    @field_validator("tags")
    @classmethod
    def _each_once(cls, tags: list[str]) -> list[str]:
        return list(dict.fromkeys(tags))


class TicketIn(TicketDetails):
    """A new ticket. A second one with the same source is the same ticket."""

    model_config = example(
        {
            "subject": "The export is slow",
            "type": "question",
            "priority": "normal",
            "channel": "phone",
            "requester": {"contact_id": _ANA},
            "account_id": _ACME,
            "tags": ["export"],
            "source": {"service": "phone-desk", "kind": "call", "id": "call-8841"},
            "message": {"body": "The export takes an hour since Monday.", "visibility": "public"},
        }
    )

    channel: Channel = "api"
    group_id: Id | None = None
    assignee_id: Id | None = None
    source: Source | None = None
    message: Opening | None = None


class TicketPatch(Body):
    """What changes about a ticket, as a merge-patch. Status and owners have actions of their own."""

    model_config = example({"priority": "urgent", "custom": {"order": "A-17"}})

    subject: ShortText | None = None
    type: Type | None = None
    priority: Priority | None = None
    requester: Requester | None = None
    account_id: Id | None = None
    brand: ShortText | None = None
    tags: Annotated[list[Tag], Field(max_length=MOST_TAGS)] | None = None
    custom: JsonObject | None = None
    contact_reason_id: Id | None = None
    parent_id: Id | None = None


class TransitionIn(Body):
    """Where a ticket goes. `solved` needs a resolution code; `on_hold` may name the supplier that it waits for."""

    model_config = example(
        {"to": "solved", "resolution_code": "fixed", "reason": "The index was missing."},
        {"to": "on_hold", "supplier_id": "01a19b45-b800-7007-9c05-6e20b4d8f173"},
    )

    to: Status
    resolution_code: ResolutionCode | None = None
    reason: LongText | None = None
    supplier_id: Id | None = None

    @model_validator(mode="after")
    def _waits_on_hold(self) -> Self:
        if self.supplier_id is not None and self.to != "on_hold":
            raise PydanticCustomError("supplier", "Only a ticket that is on hold waits for a supplier")
        return self


class AssignIn(Body):
    """Who owns a ticket. What is not given stays; null takes the owner away."""

    model_config = example({"assignee_id": _MIA})

    assignee_id: Id | None = None
    group_id: Id | None = None

    @model_validator(mode="after")
    def _names_an_owner(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError("no_owner", "Give an assignee_id, a group_id, or both")
        return self


class Author(Body):
    """Who wrote. An agent's id is the caller's staff_id unless given."""

    kind: AuthorKind = "agent"
    id: Id | None = None
    name: ShortText | None = None


class MessageIn(Body):
    """A message. A second one with the same channel and source_id is the same message.

    channel: by which it came. Of a public agent reply without a source_id, which goes out: by which it is to leave;
    where none is given, by the one that the customer used last. attachments: uploads that no message has yet.
    """

    model_config = example({"body": "I am sorry. I call you at two.", "visibility": "public"})

    body: LongText
    visibility: Visibility
    author: Author = Author()
    channel: Channel = "api"
    source_id: ShortText | None = None
    attachments: AttachmentRefs = Field(default=[])


class RequesterOut(View):
    """Who asks."""

    contact_id: UUID | None
    name: str | None
    email: str | None
    phone: str | None


class SourceOut(View):
    """What a ticket was made from."""

    service: str
    kind: str
    id: str


class AuthorOut(View):
    """Who wrote a message."""

    kind: AuthorKind
    id: UUID | None
    name: str | None


class MessageOut(View):
    """One message of a ticket. delivery is null where it is no public reply of an agent.

    occurred_at: when it was written, where its channel says so.
    """

    model_config = example(_MESSAGE_OUT)

    id: UUID
    ticket_id: UUID
    visibility: Visibility
    author: AuthorOut
    channel: Channel
    body: str
    source_id: str | None
    created_at: datetime
    occurred_at: datetime | None
    attachments: list[AttachedFile]
    delivery: DeliveryOut | None

    @classmethod
    def of(cls, row: Message | Mapping[str, Any]) -> Self:
        """A row, or the columns of one, as the API shows it."""
        return cls.model_validate(message_shown(_columns(row)))


class TicketOut(View):
    """A ticket. `messages` is null unless it was asked for by include=messages. silent: imported without clocks."""

    model_config = example(
        {
            "id": _TICKET,
            "number": 1042,
            "type": "escalation",
            "subject": "NPS 3",
            "status": "open",
            "priority": "high",
            "channel": "survey",
            "requester": {"contact_id": _ANA, "name": None, "email": None, "phone": None},
            "account_id": _ACME,
            "brand": "default",
            "group_id": _CARE,
            "assignee_id": _MIA,
            "contact_reason_id": None,
            "problem_id": None,
            "parent_id": None,
            "merged_into_id": None,
            "tags": [],
            "custom": {},
            "source": {"service": "feedback", "kind": "response", "id": _ANSWER},
            "trace_id": _ANSWER,
            "resolution_code": None,
            "solved_by": None,
            "reopen_count": 0,
            "public_reply_count": 0,
            "created_at": "2026-11-23T10:15:00.160000Z",
            "updated_at": "2026-11-23T10:15:00.160000Z",
            "first_assigned_at": "2026-11-23T10:15:00.160000Z",
            "first_replied_at": None,
            "solved_at": None,
            "closed_at": None,
            "silent": False,
            "version": 1,
            "messages": None,
        }
    )

    id: UUID
    number: int
    type: Type
    subject: str
    status: Status
    priority: Priority
    channel: Channel
    requester: RequesterOut
    account_id: UUID | None
    brand: str
    group_id: UUID | None
    assignee_id: UUID | None
    contact_reason_id: UUID | None
    problem_id: UUID | None
    parent_id: UUID | None
    merged_into_id: UUID | None
    tags: list[str]
    custom: dict[str, Any]
    source: SourceOut | None
    trace_id: UUID
    resolution_code: ResolutionCode | None
    solved_by: Literal["agent", "bot", "system"] | None
    reopen_count: int
    public_reply_count: int
    created_at: datetime
    updated_at: datetime
    first_assigned_at: datetime | None
    first_replied_at: datetime | None
    solved_at: datetime | None
    closed_at: datetime | None
    silent: bool
    version: int
    messages: list[MessageOut] | None = None

    @classmethod
    def of(cls, row: Ticket | Mapping[str, Any], messages: Iterable[Message | Mapping[str, Any]] | None = None) -> Self:
        """A row, or the columns of one, as the API shows it, with its messages where they were asked for."""
        return cls.model_validate(ticket_shown(_columns(row), None if messages is None else map(_columns, messages)))


def ticket_shown(row: Mapping[str, Any], messages: Iterable[Mapping[str, Any]] | None = None) -> dict[str, Any]:
    """What a TicketOut says, of columns: for lists, which are not worth a model for each of their rows."""
    made = {
        "requester": requester_of(row),
        "source": source_of(row),
        "messages": None if messages is None else [message_shown(message) for message in messages],
    }
    return {name: made[name] if name in made else row[name] for name in TicketOut.model_fields}


def message_shown(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a MessageOut says, of columns."""
    made = {
        "author": {"kind": row["author_kind"], "id": row["author_id"], "name": row["author_name"]},
        "delivery": delivery_of(row),
    }
    return {name: made[name] if name in made else row[name] for name in MessageOut.model_fields}


def requester_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """Who asks, as the API shows it. row: the ticket's columns."""
    return {
        "contact_id": row["contact_id"],
        "name": row["requester_name"],
        "email": row["requester_email"],
        "phone": row["requester_phone"],
    }


def source_of(row: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a ticket was made from, as the API and the facts show it. row: its columns."""
    if row["source_id"] is None:
        return None
    return {"service": row["source_service"], "kind": row["source_kind"], "id": row["source_id"]}


def _columns(row: Ticket | Message | Mapping[str, Any]) -> Mapping[str, Any]:
    return row.model_dump() if isinstance(row, Ticket | Message) else row
