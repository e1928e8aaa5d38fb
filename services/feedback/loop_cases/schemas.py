"""HTTP bodies of loop cases."""

from datetime import datetime
from typing import Self
from uuid import UUID

from services.feedback.loop_cases.clocks import DueStage
from services.feedback.loop_cases.course import Result, Stage, State
from services.feedback.loop_cases.models import LoopCase
from services.feedback.word_lists.schemas import Code
from shared.http.fields import Body, Filters, Id, LongText, View, example


class LoopCaseOut(View):
    """What became of a negative answer.

    overdue_stages: the steps that were not done in time, as loop.overdue told them. verified_by: the answer in which
    the customer said, after the recovery, how it went.
    """

    model_config = example(
        {
            "id": "01a207e6-dd18-7c32-9e68-d1503bf7240e",
            "response_id": "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c",
            "ticket_id": "01a207e6-dd40-7d40-8a95-72e0c61fb30f",
            "recovery_case_id": "01a207e6-dd40-7d41-b7f3-04d98e5a2c10",
            "account_id": "01a1f82f-1e81-7a10-8c51-2f6d0b7e9a01",
            "contact_id": "01a1f82f-1e81-7a11-9b3e-60c4a7d15f02",
            "trace_id": "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c",
            "state": "open",
            "stage": "assigned",
            "owner_id": "01a1f82f-1e81-7a12-8f27-91b0e3c86d03",
            "opened_at": "2026-11-23T10:15:00.120000Z",
            "assigned_at": "2026-11-23T10:15:00.160000Z",
            "planned_at": None,
            "contacted_at": None,
            "closed_at": None,
            "result": None,
            "reason": None,
            "verified_at": None,
            "verified_by": None,
            "assigned_due_at": "2026-11-23T14:15:00.120000Z",
            "planned_due_at": "2026-11-24T10:15:00.120000Z",
            "contacted_due_at": "2026-11-25T10:15:00.120000Z",
            "closed_due_at": "2026-12-07T10:15:00.120000Z",
            "overdue_stages": [],
            "note": None,
            "version": 2,
        }
    )

    id: UUID
    response_id: UUID
    ticket_id: UUID | None
    recovery_case_id: UUID | None
    account_id: UUID | None
    contact_id: UUID | None
    trace_id: UUID
    state: State
    stage: Stage
    owner_id: UUID | None
    opened_at: datetime
    assigned_at: datetime | None
    planned_at: datetime | None
    contacted_at: datetime | None
    closed_at: datetime | None
    result: Result | None
    reason: str | None
    verified_at: datetime | None
    verified_by: UUID | None
    assigned_due_at: datetime | None
    planned_due_at: datetime | None
    contacted_due_at: datetime | None
    closed_due_at: datetime | None
    overdue_stages: list[DueStage]
    note: str | None
    version: int

    @classmethod
    def of(cls, row: LoopCase) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class LoopCaseFilters(Filters):
    """What a list of loop cases may be narrowed to. overdue: open, and a step is due and not done."""

    response_id: Id | None = None
    ticket_id: Id | None = None
    account_id: Id | None = None
    owner_id: Id | None = None
    trace_id: Id | None = None
    state: State | None = None
    result: Result | None = None
    stage: Stage | None = None
    overdue: bool | None = None


class LoopCasePatch(Body):
    """What people can change about a case: its owner, until ticketing names the next one, and a note. null removes."""

    model_config = example({"owner_id": "01a1f82f-1e81-7a12-8f27-91b0e3c86d03"})

    owner_id: Id | None = None
    note: LongText | None = None


class LoopCaseCloseIn(Body):
    """Why nothing is to be done: a code, since it is told to others. What there is to say of it goes into the note."""

    model_config = example({"reason": "duplicate_of_another_answer", "note": "Same call, entered by two of us."})

    reason: Code
    note: LongText | None = None
