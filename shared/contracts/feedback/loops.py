"""Facts of what follows an answer: the loop cases of negative ones, and follow-up rules that ran."""

from typing import Any, ClassVar, Literal
from uuid import UUID

from shared.contracts import story
from shared.contracts.feedback.telling import FeedbackFact
from shared.events.fact import ANALYTICS_ALONE, Instant

LoopStage = Literal["triggered", "assigned", "planned", "contacted"]
"""How far the loop case has come: the furthest of its steps, in this order."""

LoopResult = Literal["resolved", "not_recovered", "unreachable", "no_action"]

FollowUpResult = Literal["notified", "skipped", "failed"]


class LoopFact(FeedbackFact, subject="loop_case_id"):
    """Where the loop case of a negative answer stands."""

    loop_case_id: UUID
    response_id: UUID
    ticket_id: UUID | None
    recovery_case_id: UUID | None
    account_id: UUID | None
    contact_id: UUID | None
    owner_id: UUID | None
    stage: LoopStage
    result: LoopResult | None
    reason: str | None
    at: Instant


class LoopOpened(LoopFact, type="loop.opened.v1", listeners=ANALYTICS_ALONE):
    """A negative answer came in, and with it the promise to close the loop with the customer."""

    example: ClassVar[dict[str, Any]] = story.LOOP_OPENED


class LoopAssigned(LoopFact, type="loop.assigned.v1", listeners=ANALYTICS_ALONE):
    """Somebody owns the case; told once, when the first owner is known."""

    example: ClassVar[dict[str, Any]] = story.LOOP_ASSIGNED


class LoopContacted(LoopFact, type="loop.contacted.v1", listeners=ANALYTICS_ALONE):
    """The customer was reached for the first time."""

    example: ClassVar[dict[str, Any]] = {
        **story.LOOP_ASSIGNED,
        "stage": "contacted",
        "at": story.CONTACTED_AT,
    }


class LoopClosed(LoopFact, type="loop.closed.v1", listeners=ANALYTICS_ALONE):
    """The case ended, with its result; `reason` says why nothing was to be done."""

    example: ClassVar[dict[str, Any]] = {
        **story.LOOP_ASSIGNED,
        "stage": "contacted",
        "result": "resolved",
        "at": story.LOOP_CLOSED_AT,
    }


class LoopOverdue(LoopFact, type="loop.overdue.v1", listeners=ANALYTICS_ALONE):
    """A step of the case was not done by its due; told once for each step. at: when that was seen.

    overdue_stage: the step, which may be done by now, too late.
    """

    due_at: Instant
    overdue_stage: Literal["assigned", "planned", "contacted", "closed"]

    example: ClassVar[dict[str, Any]] = {
        **story.LOOP_ASSIGNED,
        "at": story.LOOP_CLOSED_AT,
        "due_at": story.CONTACTED_AT,
        "overdue_stage": "contacted",
    }


class FollowUpExecuted(FeedbackFact, type="follow_up.executed.v1", subject="response_id", listeners=ANALYTICS_ALONE):
    """A follow-up rule ran for an answer, or was skipped with the reason (`no_team`)."""

    response_id: UUID
    account_id: UUID | None
    rule_id: str
    rule_version: int
    result: FollowUpResult
    reason: str | None
    at: Instant

    example: ClassVar[dict[str, Any]] = {
        "response_id": story.ANSWER,
        "account_id": story.ACME,
        "rule_id": "positive_good_news",
        "rule_version": 1,
        "result": "notified",
        "reason": None,
        "at": story.COMPLETED_AT,
    }
