"""HTTP bodies of response plans."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints

from services.ticketing.response_plans.models import ResponsePlan
from shared.http.fields import Body, Filters, LongText, ShortText, Text, View, example

MOST_STEPS = 50
LONGEST_DUE = 5_000  # business hours: more than two years of working days

Severity = Literal["minor", "major", "critical"]
OwnerRole = Literal["csm", "project_manager", "solution_engineer", "billing", "executive_sponsor"]

FailureType = Annotated[Text, StringConstraints(min_length=1, max_length=60, pattern=r"^[a-z0-9_]+$")]
"""A code for what failed, as in late_delivery: small letters, digits and underscores."""

_PLAN = {
    "failure_type": "late_delivery",
    "severity": None,
    "name": "Late delivery",
    "text": "Say when it will come, and make sure that it does.",
    "steps": [
        {"title": "Call the customer", "due_after_business_hours": 4, "owner_role": "csm"},
        {"title": "Confirm the new date in writing", "due_after_business_hours": 8, "owner_role": None},
    ],
}


class PlannedStep(Body):
    """One thing to do, and how long after the plan was made it is due. owner_role null: the case's owner does it."""

    title: ShortText
    due_after_business_hours: Annotated[int, Field(ge=0, le=LONGEST_DUE)] | None = None
    owner_role: OwnerRole | None = None


class ResponsePlanFilters(Filters):
    """What the list of response plans may be narrowed to."""

    failure_type: FailureType | None = None
    severity: Severity | None = None


class ResponsePlanIn(Body):
    """What to do after a failure of one type. severity: for which cases it is meant; null for all."""

    model_config = example(_PLAN)

    failure_type: FailureType
    severity: Severity | None = None
    name: ShortText
    text: LongText
    steps: list[PlannedStep] = Field(max_length=MOST_STEPS)


class ResponsePlanPatch(Body):
    """What changes about a response plan, as a merge-patch; `steps` is the whole list."""

    model_config = example({"name": "Late delivery, small accounts"})

    failure_type: FailureType | None = None
    severity: Severity | None = None
    name: ShortText | None = None
    text: LongText | None = None
    steps: Annotated[list[PlannedStep], Field(max_length=MOST_STEPS)] | None = None


class ResponsePlanOut(View):
    """A response plan."""

    model_config = example(
        {
            "id": "01a19b45-b800-7009-8e51-0c7d92f4a60b",
            **_PLAN,
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    failure_type: str
    severity: Severity | None
    name: str
    text: str
    steps: list[PlannedStep]
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: ResponsePlan) -> Self:
        """The view of a row."""
        return cls.model_validate(row, from_attributes=True)
