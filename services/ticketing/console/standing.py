"""One sentence that says how a ticket stands, and what comes next."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from services.ticketing.console import clock_words
from services.ticketing.console.clock_words import Shown
from services.ticketing.recovery.models import RecoveryCase
from services.ticketing.tickets.models import Ticket
from shared.pages import words

WHERE = {
    "new": "Nobody has looked at it yet",
    "open": "Open",
    "pending": "Waiting for the customer",
    "on_hold": "On hold, waiting for somebody else",
    "solved": "Solved",
    "closed": "Closed for good",
}


def sentence(
    ticket: Ticket,
    owner: str | None,
    clocks: Sequence[Shown],
    case: RecoveryCase | None,
    *,
    now: datetime,
    zone: tzinfo,
) -> str:
    """How it stands."""
    if ticket.merged_into_id is not None:
        return "It is part of another ticket, which shows its messages and gets the replies to it."
    said = WHERE[ticket.status]
    if ticket.status == "solved" and ticket.solved_at is not None:
        how = (ticket.resolution_code or "").replace("_", " ")
        said += f" as {how} {words.ago(ticket.solved_at, now)}"
    elif ticket.status in ("new", "open", "pending", "on_hold"):
        said += f"; {owner} owns it" if owner else "; nobody owns it"
    parts = [said, *_due(ticket, clocks), *_recovery(case, now, zone)]
    return ". ".join(parts) + "."


def _due(ticket: Ticket, clocks: Sequence[Shown]) -> list[str]:
    if ticket.status in ("solved", "closed"):
        return []
    next_one = clock_words.most_urgent([clock for clock in clocks if clock.open])
    if next_one is None:
        return ["No clock runs"]
    name = next_one.metric
    if next_one.kind == "breached":
        return [f"{name} is overdue by {words.duration(max(0, -next_one.view.remaining_seconds))}"]
    left = words.duration(max(0, next_one.view.remaining_seconds))
    if next_one.kind == "paused":
        return [f"{name} stands still with {left} left"]
    return [f"{name} is due in {left}"]


def _recovery(case: RecoveryCase | None, now: datetime, zone: tzinfo) -> list[str]:
    if case is None or case.finished:
        return []
    for done, due, what in (
        (case.planned_at, case.plan_due_at, "A recovery plan"),
        (case.contacted_at, case.contact_due_at, "The call to the customer"),
    ):
        if done is None:
            late = " was due " if due < now else " is due "
            return [f"{what}{late}{words.moment(due, now, zone)}"]
    return ["The recovery is under way"]
