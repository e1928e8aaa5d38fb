"""HTTP bodies of what customers said about a ticket."""

from datetime import datetime
from typing import Self
from uuid import UUID

from services.ticketing.satisfaction.models import Satisfaction
from shared.contracts.feedback import Outcome
from shared.http.fields import View, example


class SatisfactionOut(View):
    """One answer about a ticket. score: on the survey's scale, null where none was given."""

    model_config = example(
        {
            "response_id": "01935f2e-7c00-7000-8000-000000000001",
            "ticket_id": "01935f2e-7c00-7000-8000-000000000002",
            "survey_type": "csat",
            "score": 5,
            "outcome": "positive",
            "answered_at": "2026-11-25T09:12:00Z",
        }
    )

    response_id: UUID
    ticket_id: UUID
    survey_type: str
    score: int | None
    outcome: Outcome
    answered_at: datetime

    @classmethod
    def of(cls, row: Satisfaction) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row.model_dump(exclude={"deleted", "sequence"}))
