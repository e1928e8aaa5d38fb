"""HTTP bodies of dead letters."""

from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from shared.events.tables import DeadLetter
from shared.http.fields import Body, Filters, ShortText, View, example

DeadLetterState = Literal["open", "replayed", "discarded"]

_EXAMPLE = {
    "id": "01935f2e-7c00-7000-8000-000000000001",
    "topic": "feedback-events",
    "partition": 3,
    "offset": 1042,
    "event_id": "01935f2e-7c00-7000-8000-000000000002",
    "type": "response.received.v1",
    "subject": "01935f2e-7c00-7000-8000-000000000003",
    "handler": "ticketing.escalation.service.escalate_negative_answers",
    "attempts": 1,
    "error": "CheckViolationError sqlstate=23514 constraint_name=lost_on_purpose table_name=ticket",
    "state": "open",
    "received_at": "2026-11-22T10:15:00Z",
    "decided_at": None,
    "reason": None,
}


class DeadLetterFilters(Filters):
    """Which dead letters a list shows."""

    state: DeadLetterState | None = None


class DiscardIn(Body):
    """Why a fact is given up."""

    model_config = example({"reason": "Sent by a test system."})

    reason: ShortText


class DeadLetterOut(View):
    """A fact that could not be applied. Its bytes stay in the database, since they may hold personal data."""

    model_config = example(_EXAMPLE)

    id: UUID
    topic: str
    partition: int
    offset: int
    event_id: UUID | None
    type: str | None
    subject: str | None
    handler: str | None
    attempts: int
    error: str
    state: DeadLetterState
    received_at: datetime
    decided_at: datetime | None
    reason: str | None

    @classmethod
    def of(cls, letter: DeadLetter) -> Self:
        """The view of a row."""
        return cls.model_validate(letter, from_attributes=True)
