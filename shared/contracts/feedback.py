"""Facts that feedback tells: answers, the loop cases that follow them, and follow-up rules that ran."""

from typing import Any, ClassVar, Literal
from uuid import UUID

from shared.contracts import story
from shared.events.fact import ANALYTICS_ALONE, Detail, Fact, Instant

Outcome = Literal["positive", "neutral", "negative", "unscored"]

LoopStage = Literal["triggered", "assigned", "planned", "contacted"]
"""How far the loop case has come: the furthest of its steps, in this order."""

LoopResult = Literal["resolved", "not_recovered", "unreachable", "no_action"]

FollowUpResult = Literal["notified", "skipped", "failed"]


class FeedbackFact(Fact):
    """A fact on feedback's topic."""

    teller: ClassVar[str | None] = "feedback"


class Sentiment(Detail):
    """How the comment sounds; score from -1 (worst) to 1 (best)."""

    label: str
    score: float


class Respondent(Detail):
    """Who answered, where no contact is known; the owner must be able to call."""

    name: str | None = None
    email: str | None = None


class ResponseSnapshot(FeedbackFact, subject="response_id"):
    """A whole answer as feedback holds it.

    An answer to an employee survey carries no contact, account, comment or sentiment.
    silent: imported history, which sets off no escalation, no notification and no other step.
    """

    response_id: UUID
    survey_id: UUID
    survey_version: int
    survey_type: str
    program_id: UUID | None
    invitation_id: UUID | None
    account_id: UUID | None
    contact_id: UUID | None
    ticket_id: UUID | None
    brand: str
    locale: str | None
    source: str
    score: int | None
    outcome: Outcome
    sentiment: Sentiment | None
    themes: tuple[str, ...]
    needs_triage: bool
    answered_at: Instant
    recorded_at: Instant
    comment: str | None = None
    respondent: Respondent | None = None
    silent: bool = False


class ResponseReceived(ResponseSnapshot, type="response.received.v1", listeners=("ticketing",)):
    """A customer's answer is in; told once for each answer. A negative one opens an escalation."""

    example: ClassVar[dict[str, Any]] = story.ANSWER_NPS_3


class ResponseEdited(ResponseSnapshot, type="response.edited.v1", listeners=("ticketing",)):
    """An answer was changed; one that turned negative escalates as a new one would."""

    previous_score: int | None
    previous_outcome: Outcome
    edited_at: Instant

    example: ClassVar[dict[str, Any]] = {
        **story.ANSWER_NPS_3,
        "score": 9,
        "outcome": "positive",
        "sentiment": {"label": "positive", "score": 0.6},
        "themes": [],
        "comment": "Quick once Mia had called",
        "previous_score": 3,
        "previous_outcome": "negative",
        "edited_at": story.COMPLETED_AT,
    }


class ResponseDeleted(FeedbackFact, type="response.deleted.v1", subject="response_id", listeners=("ticketing",)):
    """An answer was removed: it counts nowhere any more, while its ticket stays with a note."""

    response_id: UUID
    account_id: UUID | None
    contact_id: UUID | None
    reason: str | None
    deleted_at: Instant

    example: ClassVar[dict[str, Any]] = {
        "response_id": story.ANSWER,
        "account_id": story.ACME,
        "contact_id": story.ANA,
        "reason": "entered_twice",
        "deleted_at": story.CLOSED_AT,
    }


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
