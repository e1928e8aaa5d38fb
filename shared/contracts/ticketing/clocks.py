"""Facts of tickets' SLA clocks, and of the levels that escalation rules set on them."""

from typing import Any, ClassVar
from uuid import UUID

from shared.contracts import story
from shared.contracts.ticketing.telling import TicketingFact
from shared.events.fact import ANALYTICS_ALONE, Detail, Instant


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
