"""What the ledger's API takes and answers; rules have `rule_schemas`."""

from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from sqlalchemy import inspect

from services.analytics.assurance.models import Expectation, Finding, Heartbeat, Repair
from shared.http.fields import Body, Filters, Id, ShortText, View, example

ExpectationState = Literal["open", "met", "late", "missing", "duplicate", "wrong_target", "failed", "skipped", "waived"]
FindingState = Literal["open", "closed", "waived"]
FindingKind = Literal["missing", "duplicate", "wrong_target", "failed", "silent", "offset_gap", "recompute_differs"]
RepairState = Literal["awaiting_approval", "requested", "answered", "cancelled"]


class SubjectOut(View):
    """What something is about."""

    kind: str
    id: str


class TriggerFact(View):
    """The fact that set an expectation off."""

    fact_id: UUID
    type: str
    recorded_at: datetime


class TargetOut(View):
    """To whom a step is owed."""

    staff_id: UUID


class EvidenceOut(View):
    """A fact that an expectation rests on; at: when its teller recorded it."""

    fact_id: UUID
    type: str
    source: str
    at: datetime


PLAIN_COLUMNS = (
    "id",
    "rule_id",
    "rule_version",
    "step",
    "trace_id",
    "due_at",
    "state",
    "reason",
    "repaired",
    "met_at",
    "decided_at",
    "finding_id",
    "repair_id",
)


class ExpectationOut(View):
    """One step that had to happen, and what became of it."""

    model_config = example(
        {
            "id": "01a207e6-dd68-7e50-9c72-f5061ad8b316",
            "rule_id": "negative_response",
            "rule_version": 1,
            "step": "escalation_opened",
            "trigger": {
                "fact_id": "01a207e6-dd18-7c31-b02d-6f87c14ea50d",
                "type": "response.received.v1",
                "recorded_at": "2026-11-23T10:15:00.120000Z",
            },
            "subject": {"kind": "response", "id": "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c"},
            "target": None,
            "trace_id": "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c",
            "due_at": "2026-11-23T10:20:00.120000Z",
            "state": "met",
            "reason": None,
            "repaired": False,
            "met_at": "2026-11-23T10:15:00.160000Z",
            "decided_at": "2026-11-23T10:15:00.200000Z",
            "evidence": [
                {
                    "fact_id": "01a207e6-dd40-7d41-b7f3-04d98e5a2c11",
                    "type": "escalation.opened.v1",
                    "source": "/ticketing",
                    "at": "2026-11-23T10:15:00.160000Z",
                }
            ],
            "finding_id": None,
            "repair_id": None,
        }
    )

    id: UUID
    rule_id: str
    rule_version: int
    step: str
    trigger: TriggerFact
    subject: SubjectOut
    target: TargetOut | None
    trace_id: UUID
    due_at: datetime | None
    state: ExpectationState
    reason: str | None
    repaired: bool
    met_at: datetime | None
    decided_at: datetime | None
    evidence: list[EvidenceOut]
    finding_id: UUID | None
    repair_id: UUID | None

    @classmethod
    def of(cls, row: Expectation) -> Self:
        """The answer for one expectation."""
        return cls(
            **{name: getattr(row, name) for name in PLAIN_COLUMNS},
            trigger=TriggerFact(
                fact_id=row.trigger_fact_id, type=row.trigger_type, recorded_at=row.trigger_recorded_at
            ),
            subject=SubjectOut(kind=row.match.removesuffix("_id"), id=row.subject_id),
            target=TargetOut(staff_id=row.target_id) if row.target_id else None,
            evidence=[EvidenceOut.model_validate(fact) for fact in row.evidence],
        )


class FindingOut(View):
    """A fault, raised once."""

    model_config = example(
        {
            "id": "01a207eb-ab18-7e51-86e9-2d4b70cf9517",
            "rule_id": "negative_response",
            "rule_version": 1,
            "step": "escalation_opened",
            "kind": "missing",
            "state": "open",
            "trace_id": "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c",
            "subject": {"kind": "response", "id": "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c"},
            "expectation_id": "01a207e6-dd68-7e50-9c72-f5061ad8b316",
            "opened_at": "2026-11-23T10:20:15Z",
            "closed_at": None,
            "repair_id": None,
        }
    )

    id: UUID
    rule_id: str | None
    rule_version: int | None
    step: str | None
    kind: FindingKind
    state: FindingState
    trace_id: UUID | None
    subject: SubjectOut
    expectation_id: UUID | None
    opened_at: datetime
    closed_at: datetime | None
    repair_id: UUID | None

    @classmethod
    def of(cls, row: Finding) -> Self:
        """The answer for one finding."""
        subject = SubjectOut(kind=row.subject_kind, id=row.subject_id)
        return cls.model_validate({**row.model_dump(), "subject": subject})


class RepairIn(Body):
    """The finding to be repaired; dry_run shows the request without making it."""

    model_config = example({"finding_id": "01a207eb-ab18-7e51-86e9-2d4b70cf9517", "dry_run": False})

    finding_id: Id
    dry_run: bool = False


class RepairOut(View):
    """A request to do a lost step; `id` is null in a dry run."""

    model_config = example(
        {
            "id": "01a207ec-f720-7e52-a05f-87c1e96b3d18",
            "finding_id": "01a207eb-ab18-7e51-86e9-2d4b70cf9517",
            "repair_key": "negative_response:1:01a207e6-dd18-7c31-b02d-6f87c14ea50d:escalation_opened",
            "service": "ticketing",
            "state": "requested",
            "requested_by": "key/demo",
            "approved_by": None,
            "requested_at": "2026-11-23T10:21:25Z",
            "answered_at": None,
            "result": None,
            "reason": None,
        }
    )

    id: UUID | None
    finding_id: UUID
    repair_key: str
    service: str
    state: RepairState
    requested_by: str
    approved_by: str | None
    requested_at: datetime
    answered_at: datetime | None
    result: Literal["done", "nothing_to_do", "refused"] | None
    reason: str | None

    @classmethod
    def foreseen(cls, row: Repair) -> Self:
        """The answer for one that a dry run would make; one that is there already keeps its id."""
        view = cls.model_validate(row)
        return view if inspect(row).persistent else view.model_copy(update={"id": None})


class HeartbeatOut(View):
    """The newest heartbeat of a service.

    published, consumed: {"topic/partition": offset}. covered_until: up to when everything that the service
    told is known here; null until that was so once.
    """

    model_config = example(
        {
            "service": "ticketing",
            "at": "2026-11-23T10:15:00.940000Z",
            "received_at": "2026-11-23T10:15:00.960000Z",
            "log_id": "RpW5m0QeT1yqJ6xkYc2NfA",
            "jobs": [
                {
                    "name": "sla_due",
                    "interval_seconds": 1,
                    "last_run_at": "2026-11-23T10:15:00.160000Z",
                    "outcome": "succeeded",
                }
            ],
            "outbox_oldest_seconds": 0,
            "published": {"ticketing-events/4": 1042},
            "consumed": {"feedback-events/7": 311},
            "covered_until": "2026-11-23T10:15:00.940000Z",
        }
    )

    service: str
    at: datetime
    received_at: datetime
    log_id: str | None
    jobs: list[dict[str, Any]]
    outbox_oldest_seconds: int
    published: dict[str, int]
    consumed: dict[str, int]
    covered_until: datetime | None

    @classmethod
    def of(cls, row: Heartbeat, covered_until: datetime | None) -> Self:
        """The answer for one service."""
        return cls.model_validate({**row.model_dump(), "covered_until": covered_until})


class ExpectationFilters(Filters):
    """Which expectations."""

    state: ExpectationState | None = None
    rule_id: ShortText | None = None
    trace_id: Id | None = None
    subject_id: ShortText | None = None


class FindingFilters(Filters):
    """Which findings."""

    state: FindingState | None = None
    kind: FindingKind | None = None
    rule_id: ShortText | None = None
    trace_id: Id | None = None


class RepairFilters(Filters):
    """Which repairs."""

    state: RepairState | None = None
    finding_id: Id | None = None
