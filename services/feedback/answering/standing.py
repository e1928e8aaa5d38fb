"""Whether an invitation can be answered now."""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

Standing = Literal["open", "expired", "used", "closed"]


class Invited(NamedTuple):
    """What decides of an invitation."""

    state: str
    expires_at: datetime
    edit_window: timedelta


class Answer(NamedTuple):
    """What decides of the answer that it got."""

    completed: bool
    deleted: bool
    answered_at: datetime


def standing(invited: Invited, answer: Answer | None, now: datetime) -> Standing:
    """May it be answered, or its answer be changed?

    A partial answer can be gone on with until it is sent or has rested, a sent one be changed for the edit window.
    """
    if answer is not None and answer.deleted:
        return "closed"
    if answer is not None and not answer.completed:
        return "open"
    if answer is not None:
        return "open" if now < changeable_until(invited, answer) else "used"
    if invited.state in ("cancelled", "bounced"):
        return "closed"
    return "expired" if invited.state == "expired" or now >= invited.expires_at else "open"


def changeable_until(invited: Invited, answer: Answer | None) -> datetime:
    """Until when it can be answered or, once it is, be changed."""
    if answer is None or not answer.completed:
        return invited.expires_at
    return answer.answered_at + invited.edit_window
