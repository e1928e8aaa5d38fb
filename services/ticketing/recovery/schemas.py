"""HTTP bodies of recovery cases."""

from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import Field

from services.ticketing.recovery.models import RecoveryCase
from shared.http.fields import Body, Filters, Id, Instant, LongText, PastInstant, ShortText, View, example

CaseState = Literal["opened", "acknowledged", "planned", "in_progress", "completed", "failed"]
CaseOutcome = Literal["recovered", "partly", "lost", "unreachable"]
ContactChannel = Literal["email", "chat", "phone", "social", "in_person", "web", "api"]
ContactOutcome = Literal["reached", "no_answer", "refused"]

MOST_STEPS = 50

_STAFF_ID = "01935f2e-7c00-7000-8000-000000000005"
_RESPONSE_ID = "01935f2e-7c00-7000-8000-000000000001"
_PLAN = {
    "text": "Call Ana, refund the month, move the import to the fast queue.",
    "steps": [{"title": "Call Ana", "owner_id": _STAFF_ID, "due_at": "2026-11-23T12:00:00Z"}],
    "agreed_with_customer_at": None,
}


class CaseFilters(Filters):
    """Which recovery cases a list shows."""

    response_id: Id | None = None
    ticket_id: Id | None = None
    account_id: Id | None = None
    owner_id: Id | None = None
    state: CaseState | None = None


class PlanStepIn(Body):
    """One thing to do."""

    title: ShortText
    owner_id: Id | None = None
    due_at: Instant | None = None


class PlanIn(Body):
    """How the customer is to be won back."""

    model_config = example(_PLAN)

    text: LongText
    steps: list[PlanStepIn] = Field(max_length=MOST_STEPS)
    agreed_with_customer_at: PastInstant | None = None


class ContactIn(Body):
    """An attempt to reach the customer; only `reached` counts as the contact that is due."""

    model_config = example(
        {
            "contacted_at": "2026-11-23T11:30:00Z",
            "channel": "phone",
            "note": "She was glad that we called.",
            "outcome": "reached",
        }
    )

    contacted_at: PastInstant
    channel: ContactChannel
    note: LongText | None = None
    outcome: ContactOutcome = "reached"


class CaseTransitionIn(Body):
    """The state to enter; the two that end a case need their outcome."""

    model_config = example({"to": "completed", "outcome": "recovered"})

    to: CaseState
    outcome: CaseOutcome | None = None


class PlanStepOut(View):
    """One thing to do, and when it was done."""

    id: UUID
    title: str
    owner_id: UUID | None
    due_at: datetime | None
    done_at: datetime | None


class PlanOut(View):
    """How the customer is to be won back."""

    text: str
    steps: list[PlanStepOut]
    agreed_with_customer_at: datetime | None


class RecoveryCaseOut(View):
    """A recovery case: what was promised, by when, and what became of it."""

    model_config = example(
        {
            "id": "01935f2e-7c00-7000-8000-000000000003",
            "ticket_id": "01935f2e-7c00-7000-8000-000000000002",
            "response_id": _RESPONSE_ID,
            "account_id": "01935f2e-7c00-7000-8000-000000000004",
            "contact_id": "01935f2e-7c00-7000-8000-000000000006",
            "trace_id": _RESPONSE_ID,
            "state": "planned",
            "severity": "major",
            "failure_type": None,
            "owner_id": _STAFF_ID,
            "opened_at": "2026-11-22T10:15:00Z",
            "acknowledged_at": "2026-11-23T10:30:00Z",
            "plan": {
                **_PLAN,
                "steps": [
                    {
                        "id": "01935f2e-7c00-7000-8000-000000000007",
                        "title": "Call Ana",
                        "owner_id": _STAFF_ID,
                        "due_at": "2026-11-23T12:00:00Z",
                        "done_at": None,
                    }
                ],
            },
            "plan_due_at": "2026-11-23T17:00:00Z",
            "planned_at": "2026-11-23T10:30:00Z",
            "contact_due_at": "2026-11-24T10:15:00Z",
            "contacted_at": None,
            "compensations": [],
            "outcome": None,
            "completed_at": None,
            "version": 2,
        }
    )

    id: UUID
    ticket_id: UUID
    response_id: UUID | None
    account_id: UUID | None
    contact_id: UUID | None
    trace_id: UUID
    state: CaseState
    severity: Literal["minor", "major", "critical"]
    failure_type: str | None
    owner_id: UUID | None
    opened_at: datetime
    acknowledged_at: datetime | None
    plan: PlanOut | None
    plan_due_at: datetime
    planned_at: datetime | None
    contact_due_at: datetime
    contacted_at: datetime | None
    compensations: list[dict[str, Any]] = Field(default_factory=list)
    outcome: CaseOutcome | None
    completed_at: datetime | None
    version: int

    @classmethod
    def of(cls, case: RecoveryCase) -> Self:
        """The view of a row."""
        return cls.model_validate(case, from_attributes=True)
