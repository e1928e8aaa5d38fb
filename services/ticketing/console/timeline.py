"""What was said and done on a ticket, in one order: messages, changes and what its clocks told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from services.ticketing.console.clock_words import Shown
from services.ticketing.tickets.models import Message
from shared.features.audit.models import AuditRow


@dataclass(frozen=True, slots=True)
class Entry:
    """One line or card. icon: of i.svg; bad: a promise was broken."""

    at: datetime
    icon: str = "bolt"
    text: str = ""
    who: str = ""
    reason: str | None = None
    bad: bool = False
    message: Message | None = None


STATUS = {
    "new": "new",
    "open": "open",
    "pending": "waiting for the customer",
    "on_hold": "on hold",
    "solved": "solved",
    "closed": "closed",
}

WORDS = {
    "ticket.create": ("plus", "Opened"),
    "ticket.escalate": ("bolt", "Escalated from a survey answer"),
    "ticket.follow_up": ("plus", "Opened as a follow-up"),
    "ticket.import": ("down", "Imported"),
    "ticket.close": ("lock", "Closed, since nobody came back to it"),
    "recovery_case.plan": ("flag", "Planned the recovery"),
    "recovery_case.contact": ("phone", "Tried to reach the customer"),
    "recovery_case.assign": ("user", "Handed the recovery on"),
}
"""How changes read that need nothing but their name. The others have a function below, or are left out."""

OUTCOMES = {
    "reached": "Reached the customer",
    "no_answer": "Called, no answer",
    "refused": "Customer did not want to talk",
}


class Names:
    """Who is who, as far as the reader may know."""

    def __init__(
        self, staff: Mapping[UUID, str], groups: Mapping[UUID, str], holders: Mapping[str, UUID] | None = None
    ) -> None:
        self.staff = staff
        self.groups = groups
        self._holders = holders or {}

    def person(self, staff_id: Any) -> str:
        """A member of staff."""
        return self.staff.get(_uuid(staff_id), "a colleague")

    def group(self, group_id: Any) -> str:
        """A group."""
        return self.groups.get(_uuid(group_id), "a group")

    def actor(self, actor: str) -> str:
        """Who did something, as the audit trail names them."""
        kind, _, name = actor.partition("/")
        if kind == "key" and name in self._holders:
            return self.person(self._holders[name])
        if kind == "staff":
            return self.staff.get(_uuid(name), "a colleague")
        return {"service": "the system", "customer": "the customer"}.get(kind, f"key {name}")


def entries(
    messages: Sequence[Message], changes: Sequence[AuditRow], clocks: Iterable[Shown], names: Names
) -> list[Entry]:
    """Everything, the oldest first. Of changes those are left out that a message says itself."""
    found = [Entry(message.created_at, message=message) for message in messages]
    found += [entry for change in reversed(changes) if (entry := _change(change, names)) is not None]
    found += [entry for clock in clocks if (entry := _clock(clock)) is not None]
    return sorted(found, key=_order)


def _order(entry: Entry) -> tuple[datetime, bool]:
    return entry.at, entry.message is not None


def _clock(clock: Shown) -> Entry | None:
    if clock.view.breached_at is None:
        return None
    return Entry(clock.view.breached_at, "warn", f"{clock.metric} was due, after {clock.target}", bad=True)


def _change(row: AuditRow, names: Names) -> Entry | None:
    if row.action in WORDS:
        icon, text = WORDS[row.action]
        if row.action == "recovery_case.contact":
            text = OUTCOMES.get(row.after.get("outcome", ""), text)
        return Entry(row.at, icon, text, names.actor(row.actor), None)
    if row.action == "ticket.transition":
        return _moved(row, names)
    if row.action == "ticket.assign":
        return _assigned(row, names)
    if row.action == "ticket.change":
        return Entry(row.at, "note", _changed(row), names.actor(row.actor))
    if row.action == "recovery_case.move":
        state = str(row.after.get("outcome") or row.after.get("state")).replace("_", " ")
        return Entry(row.at, "flag", f"Recovery is {state}", names.actor(row.actor))
    return None


def _moved(row: AuditRow, names: Names) -> Entry:
    to, before = str(row.after.get("status")), row.before.get("status")
    if before == "solved" and to == "open":
        text = "Reopened"
    elif to == "solved":
        text = f"Solved: {str(row.after.get('resolution_code')).replace('_', ' ')}"
    else:
        text = f"Now {STATUS.get(to, to)}"
    reason = {"customer_wrote": "the customer wrote", "agent_replied": "answered"}.get(row.reason or "", row.reason)
    return Entry(row.at, "check" if to == "solved" else "right", text, names.actor(row.actor), reason)


def _assigned(row: AuditRow, names: Names) -> Entry:
    parts = []
    if row.after.get("assignee_id") != row.before.get("assignee_id"):
        assignee = row.after.get("assignee_id")
        parts.append(f"Assigned to {names.person(assignee)}" if assignee else "Taken from its owner")
    if row.after.get("group_id") != row.before.get("group_id"):
        group = row.after.get("group_id")
        parts.append(f"Group {names.group(group)}" if group else "Without a group")
    reason = row.reason if row.reason != "manual" else None
    return Entry(row.at, "user", ", ".join(parts) or "Assigned", names.actor(row.actor), reason)


def _changed(row: AuditRow) -> str:
    if "priority" in row.after:
        return f"Priority {row.before.get('priority')} → {row.after['priority']}"
    if "tags" in row.after:
        added = [tag for tag in row.after["tags"] if tag not in row.before.get("tags", [])]
        removed = [tag for tag in row.before.get("tags", []) if tag not in row.after["tags"]]
        return "Tags " + ", ".join([*(f"+{tag}" for tag in added), *(f"−{tag}" for tag in removed)])
    named = [name.removesuffix("_id").replace("_", " ") for name in row.after]
    return f"Changed {', '.join(named)}"


def _uuid(value: Any) -> UUID:
    try:
        return value if isinstance(value, UUID) else UUID(str(value))
    except ValueError:
        return UUID(int=0)
