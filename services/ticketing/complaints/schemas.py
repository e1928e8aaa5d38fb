"""HTTP bodies of complaints and of complaint policies."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from services.ticketing.complaints import stages
from services.ticketing.complaints.models import Complaint, ComplaintPolicy
from shared.features.notification_templates.schemas import TemplateLocale
from shared.http.fields import Body, Filters, Id, LongText, ShortText, Text, View, example

MOST_LOCALES = 50
LONGEST_DUE = 366 * 86_400  # seconds
LONGEST_MEMORY = 3_660  # days

Stage = Literal["received", "acknowledged", "assessed", "investigating", "responded", "decided", "closed"]
Outcome = Literal["upheld", "partly_upheld", "not_upheld"]
End = Literal["accepted", "no_answer", "recourse_exhausted", "withdrawn", "reclassified"]
CustomersAnswer = Literal["accepted", "refused"]
Severity = Literal["minor", "major", "critical"]
Verdict = stages.Verdict
Category = Annotated[Text, StringConstraints(min_length=1, max_length=60, pattern=r"^[a-z0-9_]+$")]
"""A code for what a complaint is about, as in late_delivery: small letters, digits and underscores."""

Due = Annotated[int, Field(gt=0, le=LONGEST_DUE)]
RecourseText = Annotated[Text, Field(min_length=1, max_length=4_000)]

_POLICY = {
    "brand": None,
    "acknowledge_seconds": 28_800,
    "acknowledge_calendar_id": "01935f2e-7c00-7000-8000-000000000001",
    "decide_seconds": 288_000,
    "decide_calendar_id": "01935f2e-7c00-7000-8000-000000000001",
    "repeat_days": 90,
    "default_locale": "en",
    "recourse": {"en": "You may ask our ombudsman to look at it again."},
}
_DECISION = {
    "outcome": "partly_upheld",
    "reasons": "The parcel was two days late; the delay of the third day was the recipient's.",
    "remedy": "Two days of the fee are paid back.",
}


class ComplaintFilters(Filters):
    """Which complaints a list shows. overdue: an acknowledgement or a decision is not there, and its due has passed."""

    stage: Stage | None = None
    ticket_id: Id | None = None
    account_id: Id | None = None
    contact_id: Id | None = None
    repeat_of: Id | None = None
    overdue: bool | None = None


class ComplaintTraits(Body):
    """What is said of a complaint apart from its course."""

    category: Category | None = None
    severity: Severity | None = None


class ComplaintPatch(Body):
    """What a complaint is about and how bad it is, as a merge-patch."""

    model_config = example({"category": "late_delivery", "severity": "major"})

    category: Category | None = None
    severity: Severity | None = None


class ComplaintTransitionIn(Body):
    """The stage to enter. `closed` needs closed_as, unless the customer has accepted the decision."""

    model_config = example({"to": "acknowledged"})

    to: Stage
    closed_as: End | None = None


class DecisionIn(Body):
    """What was decided, why, and what is done about it."""

    model_config = example(_DECISION)

    outcome: Outcome
    reasons: LongText
    remedy: LongText | None = None


class AcceptanceIn(Body):
    """What the customer says to the decision. locale: in which language recourse is shown to who refuses."""

    model_config = example({"accepted": False, "locale": "sv", "comment": "It was three days."})

    accepted: bool
    locale: TemplateLocale | None = None
    comment: LongText | None = None


class DecisionOut(View):
    """One decision. due_at: by when it was due. answer: what the customer said to it."""

    outcome: Outcome
    reasons: str
    remedy: str | None
    decided_at: datetime
    decided_by: str
    due_at: datetime
    answer: CustomersAnswer | None
    answered_at: datetime | None
    comment: str | None


class Recourse(View):
    """Where to turn who refuses a decision, in the language in which it was shown."""

    locale: str
    text: str


class ComplaintOut(View):
    """A complaint. Each verdict is by the timestamps: pending, met, breached, or cancelled where it ended before.

    decisions: the oldest first; outcome and answer are of the one that stands. recourse: once the customer has refused.
    repeat_of: the newest of repeat_count complaints of the same customer about the same that came shortly before.
    """

    model_config = example(
        {
            "id": "01a20850-2a00-7d49-9d12-c83e5f07a618",
            "ticket_id": "01a207e6-dd40-7d40-8a95-72e0c61fb30f",
            "contact_id": "01a1f82f-1e81-7a11-9b3e-60c4a7d15f02",
            "account_id": "01a1f82f-1e81-7a10-8c51-2f6d0b7e9a01",
            "contact_reason_id": None,
            "brand": "default",
            "trace_id": "01a207e6-dd40-7d40-8a95-72e0c61fb30f",
            "category": "late_delivery",
            "severity": "major",
            "stage": "decided",
            "opened_at": "2026-11-23T10:15:00Z",
            "acknowledgement_due_at": "2026-11-24T10:15:00Z",
            "acknowledged_at": "2026-11-23T11:00:00Z",
            "acknowledgement": "met",
            "assessed_at": "2026-11-23T12:00:00Z",
            "investigating_at": "2026-11-23T12:00:00Z",
            "responded_at": None,
            "decision_due_at": "2026-12-07T10:15:00Z",
            "decided_at": "2026-11-25T09:00:00Z",
            "decision": "met",
            "outcome": "partly_upheld",
            "answer": "refused",
            "decisions": [
                {
                    **_DECISION,
                    "decided_at": "2026-11-25T09:00:00Z",
                    "decided_by": "staff/01a1f82f-1e81-7a12-8f27-91b0e3c86d03",
                    "due_at": "2026-12-07T10:15:00Z",
                    "answer": "refused",
                    "answered_at": "2026-11-26T09:00:00Z",
                    "comment": "It was three days.",
                }
            ],
            "recourse": {"locale": "en", "text": "You may ask our ombudsman to look at it again."},
            "repeat_of": None,
            "repeat_count": 0,
            "reopen_count": 0,
            "closed_at": None,
            "closed_as": None,
            "version": 5,
        }
    )

    id: UUID
    ticket_id: UUID
    contact_id: UUID | None
    account_id: UUID | None
    contact_reason_id: UUID | None
    brand: str
    trace_id: UUID
    category: str | None
    severity: Severity | None
    stage: Stage
    opened_at: datetime
    acknowledgement_due_at: datetime
    acknowledged_at: datetime | None
    acknowledgement: Verdict
    assessed_at: datetime | None
    investigating_at: datetime | None
    responded_at: datetime | None
    decision_due_at: datetime
    decided_at: datetime | None
    decision: Verdict
    outcome: Outcome | None
    answer: CustomersAnswer | None
    decisions: list[DecisionOut]
    recourse: Recourse | None
    repeat_of: UUID | None
    repeat_count: int
    reopen_count: int
    closed_at: datetime | None
    closed_as: End | None
    version: int

    @classmethod
    def of(cls, row: Complaint, at: datetime) -> Self:
        """The view of a row. at: the time by which its clocks are judged."""
        verdicts = {
            "acknowledgement": stages.verdict(row.acknowledgement_due_at, row.acknowledged_at, row.closed_at, at),
            "decision": stages.verdict(row.decision_due_at, row.decided_at, row.closed_at, at),
        }
        return cls.model_validate({**row.model_dump(), **verdicts})


class ComplaintPolicyIn(Body):
    """What complainants of a brand are promised. brand null: of all brands without a policy of their own.

    Dues count from the receipt, in the seconds of their calendar; null = 24x7. repeat_days: how long a complaint is
    remembered to notice another one about the same; days of 24 hours, 0 = not at all. recourse: by locale, that of
    default_locale among them, which stands in for those that are missing.
    """

    model_config = example(_POLICY)

    brand: ShortText | None = None
    acknowledge_seconds: Due
    acknowledge_calendar_id: Id | None = None
    decide_seconds: Due
    decide_calendar_id: Id | None = None
    repeat_days: Annotated[int, Field(ge=0, le=LONGEST_MEMORY)] = 90
    default_locale: TemplateLocale = "en"
    recourse: Annotated[dict[TemplateLocale, RecourseText], Field(min_length=1, max_length=MOST_LOCALES)]

    @model_validator(mode="after")
    def _has_a_fallback(self) -> Self:
        if self.default_locale not in self.recourse:
            raise PydanticCustomError("no_fallback", "The recourse of default_locale is missing")
        return self


class ComplaintPolicyPatch(Body):
    """What changes about a policy, as a merge-patch: `recourse` by locale. Its brand stays."""

    model_config = example({"recourse": {"es": "Puede acudir a nuestro defensor del cliente."}})

    acknowledge_seconds: Due | None = None
    acknowledge_calendar_id: Id | None = None
    decide_seconds: Due | None = None
    decide_calendar_id: Id | None = None
    repeat_days: Annotated[int, Field(ge=0, le=LONGEST_MEMORY)] | None = None
    default_locale: TemplateLocale | None = None
    recourse: Annotated[dict[TemplateLocale, RecourseText | None], Field(max_length=MOST_LOCALES)] | None = None


class ComplaintPolicyOut(View):
    """What complainants are promised. What was opened before a change keeps the dues that it was given."""

    model_config = example(
        {
            "id": "01935f2e-7c00-7000-8000-000000000401",
            **_POLICY,
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    brand: str | None
    acknowledge_seconds: int
    acknowledge_calendar_id: UUID | None
    decide_seconds: int
    decide_calendar_id: UUID | None
    repeat_days: int
    default_locale: str
    recourse: dict[str, str]
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: ComplaintPolicy) -> Self:
        """The view of a row."""
        return cls.model_validate(row, from_attributes=True)
