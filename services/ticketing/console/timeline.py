"""What the API's timeline of a ticket answers, as people read it: cards of messages, and lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from services.ticketing.console import changes
from services.ticketing.console.changes import Names
from services.ticketing.tickets.models import Message
from services.ticketing.timeline import queries
from services.ticketing.timeline.queries import Happened
from shared.http import cursors
from shared.http.errors import Invalid
from shared.pages.visit import Visit

PAGE: Final = 300  # of messages and lines together
LIST: Final = "/console/timeline/"
MESSAGE: Final = "message"


@dataclass(frozen=True, slots=True)
class Page:
    """A part of the list, the oldest first. older: the cursor of what stands before it. newest: it is the end."""

    rows: Sequence[Happened]
    messages: Mapping[UUID, Message]
    older: str | None
    newest: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One line or card. icon: of i.svg; bad: a promise was broken; ticket: the number that the words end with."""

    at: datetime
    icon: str = "bolt"
    text: str = ""
    who: str = ""
    reason: str | None = None
    bad: bool = False
    message: Message | None = None
    ticket: int | None = None


async def page(visit: Visit, ticket_id: UUID, held: Sequence[UUID]) -> Page:
    """The newest, or what the address asks for. held: the ticket and what is merged into it."""
    before = _before(visit, ticket_id)
    listed = queries.happened(ticket_id, held, visit.now, complaints=visit.may(queries.READ_COMPLAINTS))
    rows, place = await queries.newest(visit.session, listed, PAGE, before)
    older = cursors.seal(place, of=f"{LIST}{ticket_id}", secret=visit.secret) if place else None
    written = [row.id for row in rows if row.kind == MESSAGE]
    found = await visit.session.scalars(select(Message).where(col(Message.id).in_(written))) if written else ()
    return Page(rows, {message.id: message for message in found}, older, before is None)


def entries(shown: Page, names: Names) -> list[Entry]:
    """How each reads."""
    return [entry for row in shown.rows if (entry := _entry(row, shown.messages, names)) is not None]


def _entry(row: Happened, messages: Mapping[UUID, Message], names: Names) -> Entry | None:
    who = names.actor(row.actor) if row.actor and row.cause else ""  # what time did was done by nobody
    if row.kind == MESSAGE:
        return Entry(row.at, who=who, message=messages[row.id]) if row.id in messages else None
    found = changes.told(row, names)
    if found is None:
        return None
    number = names.numbers.get(found.ticket) if found.ticket else None
    text = found.text if number or not found.ticket else f"{found.text} another ticket"
    return Entry(row.at, found.icon, text, who, changes.reason_of(row), found.bad, ticket=number)


def _before(visit: Visit, ticket_id: UUID) -> tuple[object, ...] | None:
    try:
        return cursors.unseal(visit.asked("before"), of=f"{LIST}{ticket_id}", secret=visit.secret)
    except Invalid:
        return None
