"""Facts that ticketing tells: tickets, their clocks, escalations of negative answers, recovery, groups."""

from typing import Any, ClassVar, Literal
from uuid import UUID

from shared.contracts import story
from shared.events.fact import ANALYTICS_ALONE, Detail, Fact, Instant

TicketStatus = Literal["new", "open", "pending", "on_hold", "solved", "closed"]

Priority = Literal["low", "normal", "high", "urgent"]

Visibility = Literal["public", "internal"]

AuthorKind = Literal["customer", "agent", "bot", "system"]

SolvedBy = Literal["agent", "bot", "system"]

OwnerSource = Literal["csm", "backup", "group"]
"""How an escalation found its owner; `group` where nobody in particular has it yet."""

Severity = Literal["minor", "major", "critical"]

RecoveryState = Literal["opened", "acknowledged", "planned", "in_progress", "completed", "failed"]

RecoveryOutcome = Literal["recovered", "partly", "lost", "unreachable"]


class TicketingFact(Fact):
    """A fact on ticketing's topic."""

    teller: ClassVar[str | None] = "ticketing"


class TicketSource(Detail):
    """What the ticket was made from; unique, so that one source makes one ticket."""

    service: str
    kind: str
    id: str


class TicketSnapshot(TicketingFact, subject="ticket_id"):
    """A whole ticket, without its words and its requester's addresses.

    type: question, incident, complaint, escalation, task, repair.
    silent: imported history, which sets off no clock and no notification.
    """

    ticket_id: UUID
    number: int
    type: str
    status: TicketStatus
    priority: Priority
    channel: str
    account_id: UUID | None
    contact_id: UUID | None
    brand: str
    group_id: UUID | None
    assignee_id: UUID | None
    contact_reason_id: UUID | None
    problem_id: UUID | None
    parent_id: UUID | None
    merged_into_id: UUID | None
    tags: tuple[str, ...]
    source: TicketSource | None
    silent: bool
    created_at: Instant
    first_assigned_at: Instant | None
    first_replied_at: Instant | None
    solved_at: Instant | None
    closed_at: Instant | None


class TicketCreated(TicketSnapshot, type="ticket.created.v1", listeners=ANALYTICS_ALONE):
    """A ticket was opened, whatever opened it."""

    example: ClassVar[dict[str, Any]] = story.TICKET_OPENED


class TicketUpdated(TicketSnapshot, type="ticket.updated.v1", listeners=ANALYTICS_ALONE):
    """Something in the ticket's snapshot changed."""

    example: ClassVar[dict[str, Any]] = {
        **story.TICKET_OPENED,
        "tags": ["speed"],
        "first_replied_at": story.CONTACTED_AT,
    }


class TicketMessageAdded(TicketingFact, type="ticket.message_added.v1", subject="ticket_id", listeners=ANALYTICS_ALONE):
    """Somebody wrote on the ticket; what they wrote stays in ticketing."""

    ticket_id: UUID
    message_id: UUID
    account_id: UUID | None
    response_id: UUID | None
    visibility: Visibility
    author_kind: AuthorKind
    author_id: UUID | None
    channel: str
    at: Instant

    example: ClassVar[dict[str, Any]] = {
        "ticket_id": story.TICKET,
        "message_id": story.REPLY,
        "account_id": story.ACME,
        "response_id": story.ANSWER,
        "visibility": "public",
        "author_kind": "agent",
        "author_id": story.MIA,
        "channel": "email",
        "at": story.CONTACTED_AT,
    }


class TicketAssigned(TicketingFact, type="ticket.assigned.v1", subject="ticket_id", listeners=("feedback",)):
    """The ticket has another owner: a member of staff, or a group alone.

    reason: route, routing, rerouted, manual, team_changed, escalation.
    """

    ticket_id: UUID
    account_id: UUID | None
    response_id: UUID | None
    group_id: UUID | None
    assignee_id: UUID | None
    previous_assignee_id: UUID | None
    reason: str
    assigned_at: Instant

    example: ClassVar[dict[str, Any]] = {
        "ticket_id": story.TICKET,
        "account_id": story.ACME,
        "response_id": story.ANSWER,
        "group_id": story.CARE,
        "assignee_id": story.MIA,
        "previous_assignee_id": None,
        "reason": "route",
        "assigned_at": story.ESCALATED_AT,
    }


class TicketStatusFact(TicketingFact, subject="ticket_id"):
    """The ticket moved from one status to another.

    resolution_code: fixed, answered, workaround, declined, duplicate, spam, no_response.
    """

    ticket_id: UUID
    account_id: UUID | None
    contact_id: UUID | None
    type: str
    priority: Priority
    status: TicketStatus
    previous_status: TicketStatus
    resolution_code: str | None
    solved_by: SolvedBy | None
    assignee_id: UUID | None
    reopen_count: int
    public_reply_count: int
    at: Instant


class TicketStatusChanged(TicketStatusFact, type="ticket.status_changed.v1", listeners=ANALYTICS_ALONE):
    """The ticket's status changed; solved, reopened and closed are told besides."""

    example: ClassVar[dict[str, Any]] = story.TICKET_SOLVED


class TicketSolved(TicketStatusFact, type="ticket.solved.v1", listeners=ANALYTICS_ALONE):
    """The ticket was solved, perhaps not for the first time."""

    example: ClassVar[dict[str, Any]] = story.TICKET_SOLVED


class TicketReopened(TicketStatusFact, type="ticket.reopened.v1", listeners=ANALYTICS_ALONE):
    """A solved ticket is open again."""

    example: ClassVar[dict[str, Any]] = {
        **story.TICKET_SOLVED,
        "status": "open",
        "previous_status": "solved",
        "resolution_code": None,
        "solved_by": None,
        "reopen_count": 1,
        "at": story.REOPENED_AT,
    }


class TicketClosed(TicketStatusFact, type="ticket.closed.v1", listeners=ANALYTICS_ALONE):
    """A solved ticket can no longer be reopened."""

    example: ClassVar[dict[str, Any]] = {
        **story.TICKET_SOLVED,
        "status": "closed",
        "previous_status": "solved",
        "reopen_count": 1,
        "public_reply_count": 2,
        "at": story.CLOSED_AT,
    }


class TicketMergeFact(TicketingFact, subject="ticket_id"):
    """A ticket and the one that it was merged into. What it looks like now is in its ticket.updated."""

    ticket_id: UUID
    into_ticket_id: UUID
    account_id: UUID | None
    response_id: UUID | None
    at: Instant


class TicketMerged(TicketMergeFact, type="ticket.merged.v1", listeners=ANALYTICS_ALONE):
    """The ticket is part of another one: it moves no more, and its open clocks stand still."""

    example: ClassVar[dict[str, Any]] = {**story.TICKET_MERGED, "at": story.PAUSED_AT}


class TicketUnmerged(TicketMergeFact, type="ticket.unmerged.v1", listeners=ANALYTICS_ALONE):
    """The ticket stands by itself again, as it was; into_ticket_id: what it was merged into."""

    example: ClassVar[dict[str, Any]] = {**story.TICKET_MERGED, "at": story.RESUMED_AT}


class SlaFact(TicketingFact, subject="ticket_id"):
    """Where one clock of a ticket stands.

    metric: first_reply, next_reply, total_resolution. calendar_id: null = 24x7. due_at: null while paused.
    elapsed_seconds: business time up to `at`. breached_at is due_at, detected_at when it was seen.
    """

    ticket_id: UUID
    account_id: UUID | None
    clock_id: UUID
    metric: str
    cycle: int
    policy_id: UUID
    policy_version: int
    calendar_id: UUID | None
    target_seconds: int
    elapsed_seconds: int
    due_at: Instant | None
    reason: str | None
    breached_at: Instant | None
    detected_at: Instant | None
    at: Instant


class SlaApplied(SlaFact, type="sla.applied.v1", listeners=ANALYTICS_ALONE):
    """A clock started by the policy in force."""

    example: ClassVar[dict[str, Any]] = story.FIRST_REPLY_CLOCK


class SlaPaused(SlaFact, type="sla.paused.v1", listeners=ANALYTICS_ALONE):
    """The clock stands still; `reason` says for what."""

    example: ClassVar[dict[str, Any]] = {
        **story.FIRST_REPLY_CLOCK,
        "elapsed_seconds": 2699,
        "due_at": None,
        "reason": "pending",
        "at": story.PAUSED_AT,
    }


class SlaResumed(SlaFact, type="sla.resumed.v1", listeners=ANALYTICS_ALONE):
    """The clock runs on, due later by what it stood still."""

    example: ClassVar[dict[str, Any]] = {
        **story.FIRST_REPLY_CLOCK,
        "elapsed_seconds": 2699,
        "due_at": story.FIRST_REPLY_DUE_LATER_AT,
        "reason": "open",
        "at": story.RESUMED_AT,
    }


class SlaWarned(SlaFact, type="sla.warned.v1", listeners=ANALYTICS_ALONE):
    """The policy's share of the target is used up (75 % unless it says otherwise)."""

    example: ClassVar[dict[str, Any]] = {
        **story.FIRST_REPLY_CLOCK,
        "elapsed_seconds": 10800,
        "due_at": story.FIRST_REPLY_DUE_LATER_AT,
        "at": story.WARNED_AT,
    }


class SlaBreached(SlaFact, type="sla.breached.v1", listeners=ANALYTICS_ALONE):
    """The clock ran past its due time, decided from timestamps and not by when somebody looked."""

    example: ClassVar[dict[str, Any]] = {
        **story.FIRST_REPLY_CLOCK,
        "clock_id": story.NEXT_REPLY,
        "metric": "next_reply",
        "elapsed_seconds": 14401,
        "due_at": story.NEXT_REPLY_DUE_AT,
        "breached_at": story.NEXT_REPLY_DUE_AT,
        "detected_at": "2026-11-23T19:10:01Z",
        "at": "2026-11-23T19:10:01Z",
    }


class SlaFulfilled(SlaFact, type="sla.fulfilled.v1", listeners=ANALYTICS_ALONE):
    """What the clock waited for happened; in time unless `breached_at` is set."""

    example: ClassVar[dict[str, Any]] = {
        **story.FIRST_REPLY_CLOCK,
        "elapsed_seconds": 11699,
        "due_at": story.FIRST_REPLY_DUE_LATER_AT,
        "at": story.CONTACTED_AT,
    }


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


class LevelRecipient(Detail):
    """Who hears of a level for which role, and how they were found.

    found: role, group_lead and group_address stand in for a role that nobody holds, nobody. An address is not told.
    """

    role: str
    staff_id: UUID | None
    found: str


class LevelAction(Detail):
    """What a level did; result: done, nothing_to_do, refused."""

    do: str
    result: str


class SlaLevelDue(TicketingFact, type="sla.level_due.v1", subject="ticket_id", listeners=ANALYTICS_ALONE):
    """A clock reached a level of an escalation rule: at due_at, whenever that was seen; once a cycle.

    level: `75%` of the target, `due-30m` and `due+30m` before and after its end. A level without an
    escalation.level_fired besides was seen too late for its ticket to be escalated.
    """

    ticket_id: UUID
    account_id: UUID | None
    clock_id: UUID
    metric: str
    cycle: int
    rule_id: UUID
    rule_version: int
    level: str
    due_at: Instant
    detected_at: Instant
    late_seconds: int
    recipients: tuple[LevelRecipient, ...]

    example: ClassVar[dict[str, Any]] = {
        **story.LEVEL,
        "detected_at": story.LEVEL_SEEN_AT,
        "late_seconds": 1,
        "recipients": [{"role": "assignee", "staff_id": story.MIA, "found": "role"}],
    }


class EscalationLevelFired(
    TicketingFact, type="escalation.level_fired.v1", subject="ticket_id", listeners=ANALYTICS_ALONE
):
    """A level did what its rule says, as far as there was something to do."""

    ticket_id: UUID
    account_id: UUID | None
    clock_id: UUID
    metric: str
    cycle: int
    rule_id: UUID
    rule_version: int
    level: str
    due_at: Instant
    fired_at: Instant
    actions: tuple[LevelAction, ...]

    example: ClassVar[dict[str, Any]] = {
        **story.LEVEL,
        "fired_at": story.LEVEL_SEEN_AT,
        "actions": [{"do": "notify", "result": "done"}],
    }


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


class ComplaintOpened(ComplaintFact, type="complaint.opened.v1", listeners=ANALYTICS_ALONE):
    """A customer complained; it states by when that is to be acknowledged and decided."""

    example: ClassVar[dict[str, Any]] = story.COMPLAINT_OPENED


class ComplaintStageChanged(ComplaintFact, type="complaint.stage_changed.v1", listeners=ANALYTICS_ALONE):
    """The complaint is in another stage, or was decided again after the customer refused."""

    previous_stage: str

    example: ClassVar[dict[str, Any]] = {**story.COMPLAINT_DECIDED, "previous_stage": "investigating"}


class ComplaintClosed(ComplaintFact, type="complaint.closed.v1", listeners=ANALYTICS_ALONE):
    """The complaint has ended; `closed_as` says how. It may be taken up again, which is a change of its stage."""

    example: ClassVar[dict[str, Any]] = {
        **story.COMPLAINT_DECIDED,
        "stage": "closed",
        "answer": "accepted",
        "closed_at": story.CLOSED_AT,
        "closed_as": "accepted",
    }


class GroupChanged(TicketingFact, type="group.changed.v1", subject="group_id", listeners=ANALYTICS_ALONE):
    """A group of agents was made or changed; the whole group.

    strategy: manual, round_robin, least_loaded, skills. account_owner_first: tickets go to the account's CSM first.
    """

    group_id: UUID
    name: str
    lead_id: UUID | None
    member_ids: tuple[UUID, ...]
    notify_address: str | None
    strategy: str = "manual"
    account_owner_first: bool = False

    example: ClassVar[dict[str, Any]] = {
        "group_id": story.CARE,
        "name": "customer-care",
        "lead_id": story.LEO,
        "member_ids": [story.LEO, story.MIA],
        "notify_address": "mailto:care@us.example",
        "strategy": "least_loaded",
        "account_owner_first": False,
    }
