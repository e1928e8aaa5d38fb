"""HTTP bodies of triage."""

from datetime import datetime
from typing import Self
from uuid import UUID

from services.feedback.triage.models import Outcome, State, TriageCase, Withdrawal
from services.feedback.word_lists.schemas import Code
from shared.http.fields import Body, Filters, Id, LongText, View, example

_MIA = "01a1f82f-1e81-7a12-8f27-91b0e3c86d03"


class TriageAssignIn(Body):
    """Who looks at it; null for nobody yet."""

    model_config = example({"assignee_id": _MIA})

    assignee_id: Id | None


class TriageResolveIn(Body):
    """What it turned out to be: as it was said, put right by correcting the answer, or nothing to be done."""

    model_config = example({"outcome": "confirmed", "note": "Their lawyer has written to us; legal knows."})

    outcome: Outcome
    note: LongText | None = None


class TriageOut(View):
    """An answer that a person must see.

    reasons: `contradictory`, and the kinds of word lists of which it holds words. occasion: how often it was opened.
    told_at: when the account's team was told of it. decided_by: as the audit trail names them.
    """

    model_config = example(
        {
            "id": "01a207e6-dd18-7c33-8a41-5e0c7b91d20f",
            "response_id": "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c",
            "account_id": "01a1f82f-1e81-7a10-8c51-2f6d0b7e9a01",
            "trace_id": "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c",
            "reasons": ["contradictory", "legal"],
            "state": "open",
            "assignee_id": _MIA,
            "occasion": 1,
            "opened_at": "2026-11-23T10:15:00.120000Z",
            "told_at": "2026-11-23T10:15:01Z",
            "closed_at": None,
            "outcome": None,
            "note": None,
            "decided_by": None,
            "withdrawn_for": None,
            "version": 2,
        }
    )

    id: UUID
    response_id: UUID
    account_id: UUID | None
    trace_id: UUID
    reasons: list[str]
    state: State
    assignee_id: UUID | None
    occasion: int
    opened_at: datetime
    told_at: datetime | None
    closed_at: datetime | None
    outcome: Outcome | None
    note: str | None
    decided_by: str | None
    withdrawn_for: Withdrawal | None
    version: int

    @classmethod
    def of(cls, row: TriageCase) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class TriageFilters(Filters):
    """What triage may be narrowed to."""

    state: State | None = None
    reason: Code | None = None
    assignee_id: Id | None = None
    account_id: Id | None = None
    response_id: Id | None = None
    trace_id: Id | None = None
