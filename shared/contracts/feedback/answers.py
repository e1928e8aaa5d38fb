"""Facts of answers: received, edited, deleted."""

from typing import Any, ClassVar, Literal
from uuid import UUID

from shared.contracts import story
from shared.contracts.feedback.telling import FeedbackFact
from shared.events.fact import Detail, Instant

Outcome = Literal["positive", "neutral", "negative", "unscored"]


class Sentiment(Detail):
    """How the comment sounds; score from -1 (worst) to 1 (best).

    source: by what it was found, `vader` or `words`; None of answers from before it was kept.
    """

    label: str
    score: float
    source: str | None = None


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
        "sentiment": {"label": "positive", "score": 0.6, "source": "vader"},
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
