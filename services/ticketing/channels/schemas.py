"""HTTP bodies of channels."""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from services.ticketing.attachments.schemas import AttachmentRefs
from services.ticketing.directory import people
from services.ticketing.tickets.schemas import EmailAddress, MessageOut, TicketOut
from shared.http.fields import Body, LongText, PastInstant, ShortText, Text, View, example

LONGEST_LINE = 998  # characters of a header; RFC 5322, section 2.1.1

InboundChannel = Literal["email", "chat", "phone", "social", "in_person", "web"]
Line = Annotated[Text, Field(min_length=1, max_length=LONGEST_LINE)]

_FROM = {"name": "Ana", "email": "ana@acme.example"}


class Sender(Body):
    """Who wrote: by a mail address, a phone number, or a handle of the channel's; at least one."""

    name: ShortText | None = None
    email: EmailAddress | None = None
    phone: ShortText | None = None
    handle: ShortText | None = None

    @model_validator(mode="after")
    def _has_an_address(self) -> Self:
        if self.address is None:
            raise PydanticCustomError("no_address", "Give an email, a phone or a handle")
        return self

    @property
    def address(self) -> str | None:
        """From where they write, in the form in which two senders of one channel are compared."""
        if self.email is not None:
            return people.email(self.email) or None
        if self.phone is not None:
            return people.phone(self.phone) or self.phone.strip() or None
        return (self.handle or "").strip() or None


class InboundIn(Body):
    """What a customer wrote, in the form that is the same for all channels.

    source_id: its name in the channel, for mail its Message-ID: one name is one message. in_reply_to: the source_id
    of an earlier message, or the Message-ID of a reply. automatic: nobody wrote it, as an out-of-office does.
    to: not kept. occurred_at: when it was written; clocks count from when it came.
    """

    model_config = example(
        {
            "source_id": "<CAF-8841@mail.acme.example>",
            "from": _FROM,
            "to": "support@us.example",
            "subject": "The export is slow",
            "body": "It takes an hour since Monday.",
            "occurred_at": "2026-11-23T10:15:00Z",
        }
    )

    source_id: ShortText
    sender: Sender = Field(alias="from")
    to: Line | None = None
    subject: Annotated[Text, Field(max_length=LONGEST_LINE)] | None = None
    body: LongText
    in_reply_to: Line | None = None
    occurred_at: PastInstant | None = None
    attachments: AttachmentRefs = Field(default=[])
    automatic: bool = False


_INBOUND_OUT: dict[str, Any] = {
    "outcome": "added",
    "threaded_by": "in_reply_to",
    "message": MessageOut.model_config["json_schema_extra"]["examples"][0],  # type: ignore[index]
    "ticket": TicketOut.model_config["json_schema_extra"]["examples"][0],  # type: ignore[index]
}


class InboundOut(View):
    """What became of it.

    opened: a new ticket. added: on the ticket that it belongs to, or on the follow-up of one that is over. known: it
    came before. ignored: it was automatic and belongs to no ticket, or was our own mail; nothing is kept.
    threaded_by: by what its ticket was found; null where it opened one, was known or ignored.
    """

    model_config = example(_INBOUND_OUT)

    outcome: Literal["opened", "added", "known", "ignored"]
    threaded_by: Literal["in_reply_to", "number", "sender"] | None
    message: MessageOut | None
    ticket: TicketOut | None
