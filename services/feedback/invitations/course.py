"""When an invitation is looked at next: it is sent, reminded of, and expires."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal

InvitationState = Literal[
    "planned",
    "queued",
    "sent",
    "delivered",
    "bounced",
    "opened",
    "started",
    "partial",
    "completed",
    "expired",
    "cancelled",
]

MOST_REMINDERS = 2
NEXT_STATES: Mapping[str, frozenset[str]] = {
    "planned": frozenset({"queued", "sent", "cancelled", "expired", "partial", "completed"}),
    "queued": frozenset({"sent", "bounced", "cancelled", "expired", "partial", "completed"}),
    "sent": frozenset({"delivered", "bounced", "opened", "started", "partial", "completed", "expired", "cancelled"}),
    "delivered": frozenset({"bounced", "opened", "started", "partial", "completed", "expired", "cancelled"}),
    "opened": frozenset({"started", "partial", "completed", "expired", "cancelled"}),
    "started": frozenset({"partial", "completed", "expired", "cancelled"}),
    "partial": frozenset({"completed"}),
    "bounced": frozenset(),
    "completed": frozenset(),
    "expired": frozenset(),
    "cancelled": frozenset(),
}
"""From each state where to. An answer that was taken by telephone completes one that was never sent; what was begun
to be answered is not taken back."""

ASKED: Collection[str] = ("sent", "delivered", "opened", "started")
"""It is out, and nothing was answered: it may be reminded of."""


def next_look(sent_at: datetime, reminded: int, reminders: Sequence[int], expires_at: datetime) -> datetime:
    """When one that is out is reminded of again, else when it expires. reminders: seconds since it was sent."""
    if reminded >= min(len(reminders), MOST_REMINDERS):
        return expires_at
    return min(sent_at + timedelta(seconds=reminders[reminded]), expires_at)


def overdue(sent_at: datetime, reminded: int, reminders: Sequence[int], at: datetime) -> int:
    """How many reminders count as sent after the one that goes out now: those whose times have passed go as one."""
    due = sum(sent_at + timedelta(seconds=seconds) <= at for seconds in reminders[:MOST_REMINDERS])
    return max(due, reminded + 1)
