"""From a notification to a mail: its address, its headers, and whether it may go there at all."""

import re
from collections.abc import Collection
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTPUTF8
from email.utils import format_datetime, parseaddr
from urllib.parse import urlsplit
from uuid import UUID

from shared.features.notification_templates.templates import Rendered, one_line

LONGEST_ADDRESS = 254  # octets; RFC 5321, section 4.5.3.1
LONGEST_LOCAL_PART = 64  # octets

# Unquoted local parts only: a quoted one may hold spaces and brackets, and nobody has one.
_LOCAL_PART = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff<>()\[\]\\,;:@\".]+(?:\.[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff<>()\[\]\\,;:@\".]+)*"
)
_DOMAIN = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))*")


class UnusableAddress(ValueError):
    """The notification cannot go to this address; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def usable_address(address: str | None, allowed_domains: Collection[str] = ()) -> str:
    """The address as it goes on the wire, its domain in ASCII.

    allowed_domains: exact names; empty allows all. Raises UnusableAddress with the code `no_address`,
    `invalid_address` or `domain_not_allowed`.
    """
    if not address:
        raise UnusableAddress("no_address")
    local_part, _, domain = address.strip().rpartition("@")
    domain = ascii_domain(domain)
    wire = f"{local_part}@{domain}"
    if (
        not _LOCAL_PART.fullmatch(local_part)
        or not _DOMAIN.fullmatch(domain)
        or len(local_part.encode()) > LONGEST_LOCAL_PART
        or len(wire.encode()) > LONGEST_ADDRESS
    ):
        raise UnusableAddress("invalid_address")
    refuse_other_domains(domain, allowed_domains)
    return wire


def refuse_other_domains(domain: str, allowed_domains: Collection[str]) -> None:
    """Raises UnusableAddress for a domain in ASCII that is none of the allowed ones; empty allows all."""
    if allowed_domains and domain not in {ascii_domain(allowed) for allowed in allowed_domains}:
        raise UnusableAddress("domain_not_allowed")


def ascii_domain(domain: str) -> str:
    """A domain in lower-case ASCII, international ones by IDNA; empty if that is impossible."""
    try:
        return domain.strip().casefold().encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""


def message_id(notification_id: UUID, host: str) -> str:
    """The same for every attempt, so that a mail that went out twice can be told."""
    return f"<{notification_id}@{host}>"


def host_of(public_base_url: str | None, mail_from: str) -> str:
    """What stands after the @ of message ids: the public address' host, else the sender's domain."""
    host = urlsplit(public_base_url or "").hostname or parseaddr(mail_from)[1].partition("@")[2]
    return ascii_domain(host) or "localhost"


def compose(rendered: Rendered, *, sender: str, to: str, identity: str, at: datetime) -> EmailMessage:
    """The mail. Nothing in it can add a header: the subject is one line, the address was checked."""
    mail = EmailMessage(policy=SMTPUTF8)
    name, address = parseaddr(sender)
    mail["From"] = Address(display_name=name, addr_spec=address)
    mail["To"] = Address(username=to.rpartition("@")[0], domain=to.rpartition("@")[2])
    mail["Subject"] = one_line(rendered.subject)
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = identity
    # So that an absent reader's automatic answer does not come back (RFC 3834).
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(rendered.text)
    if rendered.html is not None:
        mail.add_alternative(rendered.html, subtype="html")
    return mail
