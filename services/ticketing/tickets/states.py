"""The states of a ticket: which moves there are. Source: the specification of ticketing, section 1.

pending waits for the customer, on_hold for a third party or a part.
"""

from datetime import datetime, timedelta
from typing import Final, Literal

Status = Literal["new", "open", "pending", "on_hold", "solved", "closed"]

MOVES: Final[dict[str, tuple[Status, ...]]] = {
    "new": ("open", "pending", "on_hold", "solved"),
    "open": ("pending", "on_hold", "solved"),
    "pending": ("open", "on_hold", "solved"),
    "on_hold": ("open", "pending", "solved"),
    "solved": ("open", "closed"),
    "closed": (),
}


def allowed(
    status: str, *, merged: bool = False, reopenable: bool = False, closable: bool = False
) -> tuple[Status, ...]:
    """The statuses that a ticket may move to.

    reopenable: a solved ticket is within its reopen window. closable: the caller may close (the job, an
    admin).
    """
    if merged:
        return ()
    if status == "solved":
        return tuple(to for to in MOVES["solved"] if (reopenable if to == "open" else closable))
    return MOVES[status]


def reopenable(solved_at: datetime | None, window: timedelta, at: datetime) -> bool:
    """Is a ticket solved then still within its reopen window? Its last instant counts."""
    return solved_at is not None and at <= solved_at + window
