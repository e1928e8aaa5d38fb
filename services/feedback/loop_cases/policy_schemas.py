"""HTTP bodies of when the steps of loop cases are due."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field

from services.feedback.loop_cases.models import LoopPolicy
from shared.http.fields import Body, Id, View, example

LONGEST_DUE = 366 * 86_400  # seconds
DEFAULT_CALENDAR = "01935f2e-7c00-7000-8000-000000000001"

_POLICY: dict[str, Any] = {
    "assigned": {"seconds": 14_400, "calendar_id": DEFAULT_CALENDAR},
    "planned": {"seconds": 28_800, "calendar_id": DEFAULT_CALENDAR},
    "contacted": {"seconds": 172_800, "calendar_id": None},
    "closed": {"seconds": 1_209_600, "calendar_id": None},
}


class StageDueIn(Body):
    """How long a step may take from the answer on, in time of a calendar; calendar_id null = 24x7."""

    seconds: Annotated[int, Field(gt=0, le=LONGEST_DUE)]
    calendar_id: Id | None = None


class LoopPolicyIn(Body):
    """When the steps of loop cases are due that open from now on; null for a step that has no due."""

    model_config = example(_POLICY)

    assigned: StageDueIn | None
    planned: StageDueIn | None
    contacted: StageDueIn | None
    closed: StageDueIn | None


class StageDueOut(View):
    """How long a step may take from the answer on."""

    seconds: int
    calendar_id: UUID | None


class LoopPolicyOut(View):
    """When the steps of new loop cases are due."""

    model_config = example(
        {**_POLICY, "created_at": "2026-11-20T09:00:00Z", "updated_at": "2026-11-20T09:00:00Z", "version": 1}
    )

    assigned: StageDueOut | None
    planned: StageDueOut | None
    contacted: StageDueOut | None
    closed: StageDueOut | None
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: LoopPolicy) -> Self:
        """A row as the API shows it."""
        return cls.model_validate({**row.model_dump(exclude={"stages"}), **row.stages})


SHIPPED = LoopPolicyIn.model_validate(_POLICY)
"""Four working hours to have an owner, a working day to have a plan, two days to reach them, two weeks to end it."""
