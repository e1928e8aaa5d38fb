"""Reading mails that come back: delivery reports (RFC 3464), complaints (RFC 5965), and what qmail writes (QSBMF).

Whoever can reach our mailbox can write such a mail, so nothing here trusts one: it says what the mail claims, of which
mail of ours, under which signed name; the deed asks whether that name is ours.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import Message
from email.utils import getaddresses
from typing import Final, Literal

LARGEST: Final = 262_144  # bytes of a mail that are read: the report stands first, our own mails are short
DEEPEST: Final = 20  # levels of parts in parts
MOST_RECIPIENTS: Final = 50
MOST_BOUNDARIES: Final = 20  # each is looked for in each line: 300 in 256 KiB take 7 s
LONGEST_DETAIL: Final = 500

Kind = Literal["failed", "delayed", "delivered", "complaint"]

_STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_REPLY = re.compile(r"(?<![\d.])([45])\d\d(?:[ -]|$)", re.MULTILINE)
_ACTIONS: Final[dict[str, Kind]] = {
    "failed": "failed",
    "delayed": "delayed",
    "delivered": "delivered",
    "relayed": "delivered",
    "expanded": "delivered",
}
_QMAIL_HELLO = re.compile(r"^Hi\. (?:This is the|The) ", re.MULTILINE)
_QMAIL_COPY = re.compile(
    r"^--- (?:Below this line is|Enclosed is) a copy of the (?:message|header)[^\n]*$", re.MULTILINE
)
_QMAIL_RECIPIENT = re.compile(r"^<([^<>\s]+@[^<>\s]+)>:[ \t]*$", re.MULTILINE)
_TOKEN = re.compile(r"/unsubscribe/([A-Za-z0-9_-]{43})>")

# A full mailbox, a mail too large or a content that is not liked is not the address's end (RFC 3463, section 3).
_PASSING: Final = ("5.2.2", "5.2.3", "5.3.4", "5.6.", "5.7.")


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says of one recipient. address: in lower case; status: of RFC 3463, None where none is given."""

    address: str | None
    kind: Kind
    status: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a report means. code: its status, else what stands for it. hard: the address gets no more mails."""

    kind: Kind
    hard: bool
    code: str
    status: str | None
    detail: str


@dataclass(slots=True)
class Report:
    """A mail that came back. message_ids, tokens: of the mail that it returns; returned_to: whom it was sent to."""

    told: list[Told] = field(default_factory=list)
    message_ids: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    returned_to: list[str] = field(default_factory=list)


def read(raw: bytes) -> Report | None:
    """What a mail reports; None where it is no report, or cannot be read."""
    raw = raw[:LARGEST]
    if raw.lower().count(b"boundary") > MOST_BOUNDARIES:
        return None
    try:
        return _read(message_from_bytes(raw, policy=policy.compat32))
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, AssertionError):
        return None  # the parser of the standard library refuses nothing on purpose, but some mails are too odd for it


def verdict(kind: Kind, status: str | None, detail: str) -> Verdict:
    """What a recipient's lines mean: 5.x is the address's end, unless it names what passes; 4.x and nothing is not."""
    status = status or status_in(detail)
    permanent = status.startswith("5.") if status else _first_reply(detail) == "5"
    hard = kind == "failed" and permanent and not (status or "").startswith(_PASSING)
    return Verdict(kind, hard, status or ("5.0.0" if permanent else "4.0.0"), status, detail)


def status_in(text: str) -> str | None:
    """The first status of RFC 3463 in a mail server's words."""
    found = _STATUS.search(text)
    return found.group(0) if found else None


def _read(mail: Message) -> Report | None:
    report = Report()
    for name in ("To", "Delivered-To", "X-Original-To", "Envelope-To"):
        report.returned_to += _addresses(mail, name)
    kind = _header(mail, "Content-Type").lower()
    if "feedback-report" in kind or "delivery-status" in kind or mail.get_content_type() == "multipart/report":
        _read_parts(mail, report)
    if not report.told:
        _read_qmail(mail, report)
    return report if report.told else None


def _read_parts(mail: Message, report: Report) -> None:
    for part in _parts(mail):
        kind = part.get_content_type()
        if kind in ("message/delivery-status", "message/global-delivery-status"):
            report.told += _told(part)
        elif kind == "message/feedback-report":
            report.told += _complaint(part)
        elif kind in ("message/rfc822", "message/global"):
            for returned in part.get_payload() if part.is_multipart() else ():
                if isinstance(returned, Message):
                    _read_returned(returned, report)
        elif kind in ("text/rfc822-headers", "message/rfc822-headers", "message/global-headers"):
            _read_returned(_parsed(_text(part)), report)


def _read_returned(returned: Message, report: Report) -> None:
    report.message_ids += [_header(returned, "Message-ID")]
    report.tokens += _TOKEN.findall(_header(returned, "List-Unsubscribe"))


def _told(part: Message) -> Iterator[Told]:
    """The recipients of a message/delivery-status, whose fields stand in groups like headers."""
    groups = part.get_payload() if part.is_multipart() else [_parsed(one) for one in _text(part).split("\n\n")]
    for group in list(groups)[: MOST_RECIPIENTS + 1]:
        if not isinstance(group, Message):
            continue
        action = _header(group, "Action").split("(")[0].strip().lower()
        kind = _ACTIONS.get(action)
        if kind is None:
            continue
        detail = _header(group, "Diagnostic-Code")
        status = status_in(_header(group, "Status"))
        named = [_typed(_header(group, name)) for name in ("Original-Recipient", "Final-Recipient")]
        for address in dict.fromkeys(filter(None, named)):
            yield Told(address, kind, _better(status, detail), detail[:LONGEST_DETAIL])
        if not any(named):
            yield Told(None, kind, _better(status, detail), detail[:LONGEST_DETAIL])


def _better(status: str | None, detail: str) -> str | None:
    """The server's own number where the report's says nothing (5.0.0)."""
    said = status_in(detail)
    return said if said and (status is None or (status.endswith(".0.0") and said[0] == status[0])) else status


def _complaint(part: Message) -> Iterator[Told]:
    fields = part.get_payload() if part.is_multipart() else [_parsed(_text(part))]
    for group in list(fields)[:1]:
        if isinstance(group, Message) and _header(group, "Feedback-Type").strip().lower() == "abuse":
            yield Told(_typed(_header(group, "Original-Rcpt-To")), "complaint")


def _read_qmail(mail: Message, report: Report) -> None:
    """qmail's own form: a greeting, `<address>:` with what the server said, and a copy of the mail below a line."""
    if mail.is_multipart():
        return
    text = _text(mail)
    if not _QMAIL_HELLO.match(text):
        return
    said, _, copy = _split(_QMAIL_COPY, text)
    found = list(_QMAIL_RECIPIENT.finditer(said))[:MOST_RECIPIENTS]
    for place, recipient in enumerate(found):
        ends = found[place + 1].start() if place + 1 < len(found) else len(said)
        detail = " ".join(said[recipient.end() : ends].split())[:LONGEST_DETAIL]
        report.told.append(Told(recipient.group(1).lower(), "failed", status_in(detail), detail))
    _read_returned(_parsed(copy.lstrip("\n")), report)


def _split(line: re.Pattern[str], text: str) -> tuple[str, str, str]:
    found = line.search(text)
    return (text[: found.start()], found.group(0), text[found.end() :]) if found else (text, "", "")


def _parts(mail: Message, depth: int = 0) -> Iterator[Message]:
    """The parts of a report, not those of the mail that it returns."""
    payload = mail.get_payload()
    if depth > DEEPEST or not mail.get_content_type().startswith("multipart/") or not isinstance(payload, list):
        return
    for part in payload:
        if isinstance(part, Message):
            yield part
            yield from _parts(part, depth + 1)


def _parsed(text: str) -> Message:
    return message_from_bytes(text.encode(errors="replace"), policy=policy.compat32)


def _text(part: Message) -> str:
    """A part's text with line ends of one kind."""
    payload = part.get_payload(decode=True)
    text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return text.replace("\r\n", "\n")


def _header(mail: Message, name: str) -> str:
    """A header's value on one line, its folds removed."""
    return " ".join(str(mail.get(name, "")).split())


def _addresses(mail: Message, name: str) -> list[str]:
    values: Sequence[str] = [str(value) for value in mail.get_all(name, [])]
    return [address for _, address in getaddresses(values[:MOST_RECIPIENTS]) if address]


def _typed(field_: str) -> str | None:
    """`rfc822; ana@acme.example` without its type."""
    address = field_.rpartition(";")[2].strip().strip("<>").lower()
    return address if "@" in address else None


def _first_reply(detail: str) -> str | None:
    found = _REPLY.search(detail)
    return found.group(1) if found else None
