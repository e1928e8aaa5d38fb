"""From a reply on a ticket to the mail that carries it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTPUTF8
from email.utils import format_datetime, parseaddr
from typing import Any, Self
from uuid import UUID

from services.ticketing.channels import threading
from shared.features.notification_templates.templates import one_line
from shared.features.notifications import mail

CARRIED = frozenset({"application", "audio", "font", "image", "model", "text", "video"})
"""What a part of a mail may be as it is; anything else goes as bytes that are nothing in particular."""


@dataclass(frozen=True, slots=True)
class Sender:
    """From whom replies come. host: what stands after the @ of their Message-IDs."""

    name: str
    address: str
    host: str

    @classmethod
    def of(cls, settings: Any) -> Self:
        """As the settings say."""
        name, address = parseaddr(settings.support_address or settings.mail_from)
        return cls(name, address, mail.host_of(settings.public_base_url, address))

    def message_id(self, message_id: UUID) -> str:
        """Of one of our messages: the same in every attempt, so that a mail that went out twice can be told."""
        return mail.message_id(message_id, self.host)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A public message before the reply: its id, and the name that the customer's mail has."""

    id: UUID
    source_id: str | None
    from_customer: bool


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply that is to go out, with the ticket it stands on. earlier: the oldest first."""

    id: UUID
    ticket_id: UUID
    number: int
    subject: str
    body: str
    created_at: datetime
    address: str | None
    attempts: int
    attachments: Sequence[dict[str, Any]]
    earlier: Sequence[Earlier]


@dataclass(frozen=True, slots=True)
class Part:
    """A file with its bytes."""

    name: str
    media_type: str
    content: bytes


def compose(reply: Reply, sender: Sender, *, to: str, parts: Sequence[Part] = ()) -> EmailMessage:
    """The mail. A person wrote it, so nothing calls it automatic; nothing in it can add a header.

    to: a checked address.
    """
    made = EmailMessage(policy=SMTPUTF8)
    made["From"] = Address(display_name=one_line(sender.name), addr_spec=sender.address)
    made["To"] = Address(username=to.rpartition("@")[0], domain=to.rpartition("@")[2])
    made["Subject"] = threading.answer_to(one_line(reply.subject), reply.number)
    made["Date"] = format_datetime(reply.created_at)
    made["Message-ID"] = sender.message_id(reply.id)
    answered = threading.references(one.source_id for one in reply.earlier if one.from_customer)
    if answered:
        made["In-Reply-To"] = answered[-1]
    conversation = threading.references(
        one.source_id if one.from_customer else sender.message_id(one.id) for one in reply.earlier
    )
    if conversation:
        made["References"] = " ".join(_with_last(conversation, answered))
    made.set_content(reply.body)
    for part in parts:
        kind, _, of_kind = part.media_type.partition("/")
        if kind not in CARRIED:
            kind, of_kind = "application", "octet-stream"
        made.add_attachment(part.content, maintype=kind, subtype=of_kind, filename=one_line(part.name))
    return made


def _with_last(conversation: list[str], answered: list[str]) -> list[str]:
    """The mail that is answered stands last, also where a reply of ours came after it (RFC 5322, section 3.6.4)."""
    last = answered[-1:]
    return [name for name in conversation if name not in last] + last
