"""HTTP bodies of recovery cases."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import Field

from services.ticketing.compensations.models import Compensation
from services.ticketing.compensations.schemas import COMPENSATION, CompensationOut
from services.ticketing.recovery.models import RecoveryCase, RecoveryContact
from services.ticketing.response_plans.schemas import FailureType, Severity
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


class CaseTraits(Body):
    """What is said of a case apart from its course."""

    failure_type: FailureType | None = None
    severity: Severity


class CasePatch(Body):
    """What failed and how badly, as a merge-patch."""

    model_config = example({"failure_type": "late_delivery", "severity": "critical"})

    failure_type: FailureType | None = None
    severity: Severity | None = None


class StepIn(Body):
    """One more thing to do."""

    model_config = example({"title": "Send the corrected invoice", "owner_id": _STAFF_ID})

    title: ShortText
    owner_id: Id | None = None
    due_at: Instant | None = None


class StepPatch(Body):
    """What changes about a step, as a merge-patch. done_at is set once, and stays."""

    model_config = example({"done_at": "2026-11-23T12:10:00Z"})

    title: ShortText | None = None
    owner_id: Id | None = None
    due_at: Instant | None = None
    done_at: PastInstant | None = None


class StepHeld(StepIn):
    """A step as a plan holds it, when it was done included."""

    done_at: Instant | None = None


class FromTemplateIn(Body):
    """Which response plan becomes the case's plan."""

    model_config = example({"template_id": "01a19b45-b800-7009-8e51-0c7d92f4a60b", "agreed_with_customer_at": None})

    template_id: Id
    agreed_with_customer_at: PastInstant | None = None


class PlanStepIn(Body):
    """One thing to do. A step with the id of one that the plan has, or else with its title, is that step."""

    id: Id | None = None
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


class ContactOut(View):
    """An attempt to reach the customer. recorded_by: as the audit trail names them."""

    model_config = example(
        {
            "id": "01a20898-1f80-7d48-a4e5-61b02c9f7d17",
            "contacted_at": "2026-11-23T11:30:00Z",
            "channel": "phone",
            "note": "She was glad that we called.",
            "outcome": "reached",
            "recorded_at": "2026-11-23T11:32:00Z",
            "recorded_by": "key/so_4f2a",
        }
    )

    id: UUID
    contacted_at: datetime
    channel: ContactChannel
    note: str | None
    outcome: ContactOutcome
    recorded_at: datetime
    recorded_by: str

    @classmethod
    def of(cls, row: RecoveryContact) -> Self:
        """The view of a row."""
        return cls.model_validate(row, from_attributes=True)


class PlanStepOut(View):
    """One thing to do, and when it was done. overdue: it is not done, and its due has passed."""

    id: UUID
    title: str
    owner_id: UUID | None
    due_at: datetime | None
    done_at: datetime | None
    overdue: bool


class PlanOut(View):
    """How the customer is to be won back."""

    text: str
    steps: list[PlanStepOut]
    agreed_with_customer_at: datetime | None


class RecoveryCaseOut(View):
    """A recovery case: what was promised, by when, and what became of it.

    attempts: how often somebody tried to reach the customer.
    """

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
                        "overdue": False,
                    }
                ],
            },
            "plan_due_at": "2026-11-23T17:00:00Z",
            "planned_at": "2026-11-23T10:30:00Z",
            "contact_due_at": "2026-11-24T10:15:00Z",
            "contacted_at": None,
            "attempts": 1,
            "compensations": [COMPENSATION],
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
    severity: Severity
    failure_type: str | None
    owner_id: UUID | None
    opened_at: datetime
    acknowledged_at: datetime | None
    plan: PlanOut | None
    plan_due_at: datetime
    planned_at: datetime | None
    contact_due_at: datetime
    contacted_at: datetime | None
    attempts: int
    compensations: list[CompensationOut]
    outcome: CaseOutcome | None
    completed_at: datetime | None
    version: int

    @classmethod
    def of(cls, case: RecoveryCase, compensations: Iterable[Compensation], at: datetime) -> Self:
        """The view of a row and its compensations. at: the time by which steps are overdue."""
        given = [CompensationOut.of(each) for each in compensations]
        return cls.model_validate({**case.model_dump(), "plan": _plan(case, at), "compensations": given})


def _plan(case: RecoveryCase, at: datetime) -> dict[str, Any] | None:
    if case.plan is None:
        return None
    return {**case.plan, "steps": [{**step, "overdue": _overdue(step, at)} for step in case.plan["steps"]]}


def _overdue(step: dict[str, Any], at: datetime) -> bool:
    due_at = step["due_at"]
    return step["done_at"] is None and due_at is not None and datetime.fromisoformat(due_at) < at
