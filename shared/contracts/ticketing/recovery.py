"""Facts of escalated answers, their recovery, and complaints."""

from typing import Any, ClassVar, Literal
from uuid import UUID

from shared.contracts import story
from shared.contracts.ticketing.telling import TicketingFact
from shared.contracts.ticketing.tickets import Priority
from shared.events.fact import Detail, Instant

OwnerSource = Literal["csm", "backup", "group"]
"""How an escalation found its owner; `group` where nobody in particular has it yet."""

Severity = Literal["minor", "major", "critical"]

RecoveryState = Literal["opened", "acknowledged", "planned", "in_progress", "completed", "failed"]

RecoveryOutcome = Literal["recovered", "partly", "lost", "unreachable"]


class EscalationRecipient(Detail):
    """A member of staff whom the route wants to hear of the escalation, and why."""

    role: str
    staff_id: UUID


class EscalationOpened(TicketingFact, type="escalation.opened.v1", subject="ticket_id", listeners=("feedback",)):
    """A negative answer has its one ticket, its recovery case, and the people who must hear of it.

    owner_id: null where the group has it (`owner_source` group) until the account's team is known.
    recipients: the roles of the route that somebody holds; each is owed a notification.
    """

    ticket_id: UUID
    response_id: UUID
    recovery_case_id: UUID
    account_id: UUID | None
    contact_id: UUID | None
    route_id: UUID
    route_version: int
    priority: Priority
    group_id: UUID | None
    owner_id: UUID | None
    owner_source: OwnerSource
    notify_roles: tuple[str, ...]
    recipients: tuple[EscalationRecipient, ...]
    opened_at: Instant

    example: ClassVar[dict[str, Any]] = story.ESCALATION


class RecoveryFact(TicketingFact, subject="recovery_case_id"):
    """A whole recovery case: what was promised to make good for the customer, and by when.

    response_id: null where the case was not opened for an answer.
    """

    recovery_case_id: UUID
    ticket_id: UUID
    response_id: UUID | None
    account_id: UUID | None
    contact_id: UUID | None
    owner_id: UUID | None
    severity: Severity
    state: RecoveryState
    plan_due_at: Instant
    contact_due_at: Instant
    acknowledged_at: Instant | None
    planned_at: Instant | None
    contacted_at: Instant | None
    completed_at: Instant | None
    outcome: RecoveryOutcome | None


class RecoveryOpened(RecoveryFact, type="recovery.opened.v1", listeners=("feedback",)):
    """A recovery case was opened; it states by when a plan and a contact are due."""

    example: ClassVar[dict[str, Any]] = story.RECOVERY_OPENED


class RecoveryAcknowledged(RecoveryFact, type="recovery.acknowledged.v1", listeners=("feedback",)):
    """Somebody has taken the case on."""

    example: ClassVar[dict[str, Any]] = story.RECOVERY_ACKNOWLEDGED


class RecoveryPlanned(RecoveryFact, type="recovery.planned.v1", listeners=("feedback",)):
    """The case has a plan."""

    example: ClassVar[dict[str, Any]] = story.RECOVERY_PLANNED


class RecoveryContacted(RecoveryFact, type="recovery.contacted.v1", listeners=("feedback",)):
    """The customer was reached about the case for the first time."""

    example: ClassVar[dict[str, Any]] = story.RECOVERY_CONTACTED


class RecoveryCompleted(RecoveryFact, type="recovery.completed.v1", listeners=("feedback",)):
    """The case ended, well or badly: `state` and `outcome` say which."""

    example: ClassVar[dict[str, Any]] = story.RECOVERY_COMPLETED


class ComplaintFact(TicketingFact, subject="complaint_id"):
    """A whole complaint, without its words: what was decided, and whether the customer accepts it, as codes.

    stage: received, acknowledged, assessed, investigating, responded, decided, closed. outcome: upheld, partly_upheld,
    not_upheld. answer: accepted, refused. closed_as: accepted, no_answer, recourse_exhausted, withdrawn, reclassified.
    repeat_of: the newest of `repeat_count` earlier complaints of the same customer about the same.
    """

    complaint_id: UUID
    ticket_id: UUID
    account_id: UUID | None
    contact_id: UUID | None
    contact_reason_id: UUID | None
    brand: str
    category: str | None
    severity: Severity | None
    stage: str
    opened_at: Instant
    acknowledgement_due_at: Instant
    acknowledged_at: Instant | None
    decision_due_at: Instant
    decided_at: Instant | None
    outcome: str | None
    answer: str | None
    repeat_of: UUID | None
    repeat_count: int
    reopen_count: int
    closed_at: Instant | None
    closed_as: str | None


class ComplaintOpened(ComplaintFact, type="complaint.opened.v1", listeners=("feedback",)):
    """A customer complained; it states by when that is to be acknowledged and decided."""

    example: ClassVar[dict[str, Any]] = story.COMPLAINT_OPENED


class ComplaintStageChanged(ComplaintFact, type="complaint.stage_changed.v1", listeners=("feedback",)):
    """The complaint is in another stage, or was decided again after the customer refused."""

    previous_stage: str

    example: ClassVar[dict[str, Any]] = {**story.COMPLAINT_DECIDED, "previous_stage": "investigating"}


class ComplaintClosed(ComplaintFact, type="complaint.closed.v1", listeners=("feedback",)):
    """The complaint has ended; `closed_as` says how. It may be taken up again, which is a change of its stage."""

    example: ClassVar[dict[str, Any]] = {
        **story.COMPLAINT_DECIDED,
        "stage": "closed",
        "answer": "accepted",
        "closed_at": story.CLOSED_AT,
        "closed_as": "accepted",
    }
