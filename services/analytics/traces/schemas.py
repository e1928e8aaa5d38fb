"""What a trace answers."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from services.analytics.assurance.schemas import ExpectationState
from shared.http.fields import View, example

TraceState = Literal["open", "complete", "broken"]
HopState = Literal["happened", "expected", "missing", "skipped"]

_RECEIVED: dict[str, Any] = {
    "step": "response_received",
    "state": "happened",
    "service": "feedback",
    "type": "response.received.v1",
    "fact_id": "01a207e6-dd18-7c31-b02d-6f87c14ea50d",
    "caused_by": None,
    "subject_id": "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c",
    "at": "2026-11-23T10:15:00Z",
    "due_at": None,
    "verdict": None,
    "reason": None,
    "expectation_id": None,
}
_PLAN_DUE: dict[str, Any] = {
    **_RECEIVED,
    "step": "recovery_planned",
    "state": "expected",
    "service": "ticketing",
    "type": "recovery.planned.v1",
    "fact_id": None,
    "caused_by": "01a207e6-dd18-7c31-b02d-6f87c14ea50d",
    "at": None,
    "due_at": "2026-11-24T10:15:00.160000Z",
    "verdict": "open",
    "expectation_id": "01a207e6-dd68-7e50-9c72-f5061ad8b317",
}


class Hop(View):
    """One thing that happened or has to.

    fact_id: the fact that says so; null for what is only expected. caused_by: the fact that set it off, if
    it was a fact. at: when it happened; due_at, verdict, reason: of the expectation that it meets, or that
    nothing meets: reason says why, where it is skipped, waived or failed, as in `no_recipient`.
    """

    model_config = example(_RECEIVED)

    step: str
    state: HopState
    service: str
    type: str
    fact_id: UUID | None
    caused_by: UUID | None
    subject_id: str
    at: datetime | None
    due_at: datetime | None
    verdict: ExpectationState | None
    reason: str | None
    expectation_id: UUID | None


class Trace(View):
    """A story: its hops in order of time, and where it stands.

    state: broken where a step is missing, failed, doubled or misdirected and was not made good; complete where
    nothing is open; else open.
    """

    model_config = example(
        {
            "trace_id": "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c",
            "state": "open",
            "account_id": "01a1f82f-1e81-7a10-8c51-2f6d0b7e9a01",
            "contact_id": "01a1f82f-1e81-7a11-9b3e-60c4a7d15f02",
            "response_ids": ["01a207e6-dd18-7c30-84f1-a90e5b3d7c0c"],
            "ticket_ids": ["01a207e6-dd40-7d40-8a95-72e0c61fb30f"],
            "started_at": "2026-11-23T10:15:00Z",
            "as_of": "2026-11-23T11:00:00Z",
            "hops": [_RECEIVED, _PLAN_DUE],
        }
    )

    trace_id: UUID
    state: TraceState
    account_id: UUID | None
    contact_id: UUID | None
    response_ids: list[UUID]
    ticket_ids: list[UUID]
    started_at: datetime
    as_of: datetime
    hops: list[Hop]
