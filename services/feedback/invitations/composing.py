"""From an invitation to the mail that carries it: text and HTML, whose first question is answered by a link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTPUTF8, Policy
from email.utils import format_datetime
from functools import cache
from typing import Any
from uuid import UUID

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from services.feedback.invitations import names, words
from shared.features.notification_templates.templates import one_line


class Whole(str):
    """A header's value that is never folded: folding encodes a long link, and mail programs take none that is."""

    name: str

    def fold(self, *, policy: "Policy[Any]") -> str:
        """The line, as `EmailMessage` asks a header for it."""
        return f"{self.name}: {self}{policy.linesep}"


@dataclass(frozen=True, slots=True)
class Look:
    """Under which name and colours somebody is asked. sender: from whom mails come."""

    name: str
    colour: str
    text_colour: str
    sender: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a survey asks first, in one locale. scores: empty where the first question has none."""

    locale: str
    title: str
    question: str
    low: str | None
    high: str | None
    scores: Sequence[int]


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail that is to go out: 0 is the invitation, 1 and 2 its reminders. attempts: this one included."""

    invitation_id: UUID
    number: int
    attempts: int
    address: str | None
    asked: Asked
    look: Look


@dataclass(frozen=True, slots=True)
class Places:
    """Where the mail comes from and where it leads. base: the address of our pages, without a slash at its end."""

    base: str
    host: str
    mail_from: str
    secret: str

    def page(self, token: str) -> str:
        """Where it is answered."""
        return f"{self.base}/r/{token}"

    def stop(self, token: str) -> str:
        """Where surveys are stopped."""
        return f"{self.base}/unsubscribe/{token}"


def asked(definition: Mapping[str, Any], locale: str) -> Asked:
    """What a survey's definition asks first in one of its locales."""
    texts = definition["locales"][locale]
    first = next((one for one in definition["questions"] if one["kind"] == "score"), definition["questions"][0])
    said = texts["questions"][first["key"]]
    scale = definition["scale"] if first["kind"] == "score" else None
    scores = range(scale["min"], scale["max"] + 1) if scale else ()
    return Asked(locale, texts["title"], said["label"], said["low"], said["high"], tuple(scores))


def compose(letter: Letter, places: Places, *, to: str, token: str, at: datetime) -> EmailMessage:
    """The mail. Nothing in it can add a header: texts are one line there, and the address was checked.

    to: a checked address.
    """
    said = words.of(letter.asked.locale)
    made = EmailMessage(policy=SMTPUTF8)
    made["From"] = Address(display_name=one_line(letter.look.sender), addr_spec=places.mail_from)
    made["To"] = Address(username=to.rpartition("@")[0], domain=to.rpartition("@")[2])
    made["Subject"] = one_line(said.reminder.format(title=letter.asked.title) if letter.number else letter.asked.title)
    made["Date"] = format_datetime(at)
    name = names.name_of(letter.invitation_id, places.secret)
    made["Message-ID"] = names.message_id(name, letter.number, places.host)
    if letter.number:  # so that it stands under the mail that it reminds of
        made["In-Reply-To"] = made["References"] = names.message_id(name, 0, places.host)
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers
    made["List-Unsubscribe"] = _whole("List-Unsubscribe", f"<{places.stop(token)}>")
    made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    values = {
        "asked": letter.asked,
        "look": letter.look,
        "said": said,
        "reminder": letter.number > 0,
        "page": places.page(token),
        "stop": places.stop(token),
        "sent_to": said.sent_to.format(address=to, brand=letter.look.name),
    }
    made.set_content(_template("invitation.txt").render(values))
    made.add_alternative(_template("invitation.html").render(values), subtype="html")
    return made


def _whole(name: str, value: str) -> Whole:
    whole = Whole(one_line(value))
    whole.name = name
    return whole


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("services.feedback.invitations"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _template(name: str) -> Any:
    return _environment().get_template(name)
