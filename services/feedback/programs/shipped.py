"""The programs that ship. What asks one person because of what just happened to them is active; what would write to
every contact at once is a draft: an install must send nobody a mail that no operator has decided on.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from services.feedback.programs.schemas import DAY, ProgramIn, State

HOUR = 3_600  # seconds
_FIRST_TUESDAY = datetime(2026, 1, 6, 9, tzinfo=UTC)
_WORKING_HOURS = {"days": [1, 2, 3, 4, 5], "from": "09:00", "until": "17:00"}


class Shipped(NamedTuple):
    """A program that ships: its key, the type of its shipped survey, the state it comes in, and the rest."""

    key: str
    survey_type: str
    state: State
    about: dict[str, Any]

    def body(self, survey_id: UUID) -> ProgramIn:
        """As it would be made over HTTP."""
        return ProgramIn.model_validate({**self.about, "survey_id": survey_id})


def programs() -> Iterator[Shipped]:
    """All of them."""
    yield Shipped(
        "relationship_nps",
        "nps",
        "draft",  # its first wave asks everybody
        {
            "name": "Relationship NPS, quarterly",
            # Thirteen weeks: every quarter by the calendar would now and then be less than the 90 days.
            "trigger": {
                "kind": "schedule",
                "rrule": "FREQ=WEEKLY;INTERVAL=13;BYDAY=TU",
                "starts_at": _FIRST_TUESDAY,
            },
            "quarantine_class": "relationship",
            "sending_window": _WORKING_HOURS,
            "reminders": [7 * DAY],
            "expires_after_seconds": 21 * DAY,
            "min_tenure_seconds": 30 * DAY,
            "cadence_seconds": 90 * DAY,
            "gap_seconds": 30 * DAY,
            "account_cap": 10,
            "trickle_seconds": 5 * DAY,
        },
    )
    yield Shipped(
        "csat",
        "csat",
        "active",
        {
            "name": "Customer satisfaction after a solved ticket",
            "trigger": {"kind": "event", "event": "ticket.solved", "delay_seconds": HOUR},
            "quarantine_class": "transactional",
            "cadence_seconds": 14 * DAY,
            "gap_seconds": 14 * DAY,
        },
    )
    yield Shipped(
        "onboarding",
        "onboarding",
        "draft",  # no service tells project.completed yet
        {
            "name": "Onboarding, after the project",
            "trigger": {"kind": "event", "event": "project.completed", "delay_seconds": 3 * DAY},
            "quarantine_class": "transactional",
            "sending_window": _WORKING_HOURS,
            "reminders": [5 * DAY],
            "gap_seconds": 14 * DAY,
        },
    )
    yield Shipped(
        "post_recovery",
        "post_recovery",
        "active",
        {
            "name": "After a recovery",
            "trigger": {"kind": "event", "event": "recovery.completed"},
            "quarantine_class": "follow_up",
            "reminders": [3 * DAY],
        },
    )
