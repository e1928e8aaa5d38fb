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
    """What decides of the answer that it got. settles_at: of one that is partial still."""

    settles_at: datetime | None
    deleted: bool
    answered_at: datetime


def standing(invited: Invited, answer: Answer | None, now: datetime) -> Standing:
    """May it be answered, or its answer be changed?

    A partial answer can be gone on with until it is sent or has rested, a sent one be changed for the edit window.
    """
    if answer is not None and answer.deleted:
        return "closed"
    if answer is not None:
        return "open" if answer.settles_at is not None or now < changeable_until(invited, answer) else "used"
    if invited.state in ("cancelled", "bounced"):
        return "closed"
    return "expired" if invited.state == "expired" or now >= invited.expires_at else "open"


def changeable_until(invited: Invited, answer: Answer) -> datetime:
    """Until when an answer can be changed: for the edit window, which begins when it was given."""
    ends_at = answer.answered_at + invited.edit_window
    return ends_at if answer.settles_at is None else max(ends_at, answer.settles_at)
