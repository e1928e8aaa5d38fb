"""What was said and done on a ticket, in one order: messages, changes and what its clocks told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from services.ticketing.console import changes
from services.ticketing.console.changes import Names
from services.ticketing.console.clock_words import Shown
from services.ticketing.tickets.models import Message
from shared.features.audit.models import AuditRow


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


def entries(
    messages: Sequence[Message], done: Sequence[AuditRow], clocks: Iterable[Shown], names: Names
) -> list[Entry]:
    """Everything, the oldest first. Of changes those are left out that a message says itself."""
    found = [Entry(message.created_at, message=message) for message in messages]
    found += [entry for change in reversed(done) if (entry := _change(change, names)) is not None]
    found += [entry for clock in clocks if (entry := _clock(clock)) is not None]
    return sorted(found, key=_order)


def _order(entry: Entry) -> tuple[datetime, bool]:
    return entry.at, entry.message is not None


def _clock(clock: Shown) -> Entry | None:
    if clock.view.breached_at is None:
        return None
    return Entry(clock.view.breached_at, "warn", f"{clock.metric} was due, after {clock.target}", bad=True)


def _change(row: AuditRow, names: Names) -> Entry | None:
    found = changes.told(row, names)
    if found is None:
        return None
    number = names.numbers.get(found.ticket) if found.ticket else None
    text = found.text if number or not found.ticket else f"{found.text} another ticket"
    return Entry(row.at, found.icon, text, names.actor(row.actor), changes.reason_of(row), ticket=number)


def senders(done: Sequence[AuditRow], names: Names) -> Mapping[str, str]:
    """Who sent each message, by its id, as far as the audit trail is read and kept."""
    sent = [row for row in done if row.action == "ticket.message"]
    return {str(row.after.get("message_id")): names.actor(row.actor) for row in sent}
