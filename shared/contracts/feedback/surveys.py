"""Facts of who is asked: invitations on their way, decisions against one, programs and their waves."""

from typing import Any, ClassVar, Literal
from uuid import UUID

from shared.contracts import story
from shared.contracts.feedback.telling import FeedbackFact
from shared.events.fact import ANALYTICS_ALONE, Detail, Instant

ProgramState = Literal["draft", "active", "paused", "ended"]


class DecisionReason(Detail):
    """Why a contact is not asked, or not yet: the code of a check, and until when it holds where that is known.

    detail is never of the contact's own words.
    """

    code: str
    detail: str | None = None
    until: Instant | None = None


class ConsideredFact(FeedbackFact):
    """Somebody was considered for a survey. What triggered it: a ticket, a project, a recovery case or an answer.

    The program is null where none takes what happened (`no_program`), the contact where none is known (`no_contact`).
    reopen_count: of the ticket when it was solved, where a decision was set off by that and is told.
    """

    decision_id: UUID
    program_id: UUID | None
    wave_id: UUID | None
    survey_id: UUID | None
    survey_type: str | None
    contact_id: UUID | None
    account_id: UUID | None
    ticket_id: UUID | None
    project_id: UUID | None
    recovery_case_id: UUID | None
    response_id: UUID | None
    reasons: tuple[DecisionReason, ...]
    at: Instant
    reopen_count: int | None = None


class InvitationFact(ConsideredFact, subject="invitation_id"):
    """Where an invitation stands. channel: `email`, or `link` where another system hands it over."""

    invitation_id: UUID
    channel: str


class SurveyQueued(InvitationFact, type="survey.queued.v1", listeners=ANALYTICS_ALONE):
    """The contact is asked, now or when the sending window begins; nobody else may ask them meanwhile."""

    example: ClassVar[dict[str, Any]] = story.SURVEY_QUEUED


class SurveySent(InvitationFact, type="survey.sent.v1", listeners=ANALYTICS_ALONE):
    """The invitation is out: the mail server took it, or its link was handed to the system that asked for it."""

    example: ClassVar[dict[str, Any]] = {**story.SURVEY_QUEUED, "at": story.SURVEY_SENT_AT}


class SurveyBounced(InvitationFact, type="survey.bounced.v1", listeners=ANALYTICS_ALONE):
    """The mail came back; hard: the address gets no more."""

    hard: bool

    example: ClassVar[dict[str, Any]] = {
        **story.SURVEY_QUEUED,
        "reasons": [{"code": "5.1.1", "detail": None, "until": None}],
        "hard": True,
        "at": story.SURVEY_SENT_AT,
    }


class SurveyExpired(InvitationFact, type="survey.expired.v1", listeners=ANALYTICS_ALONE):
    """Its time is over without a complete answer."""

    example: ClassVar[dict[str, Any]] = {**story.SURVEY_QUEUED, "at": story.CLOSED_AT}


class SurveyCancelled(InvitationFact, type="survey.cancelled.v1", listeners=ANALYTICS_ALONE):
    """It was taken back before it was answered; `reasons` say why (`ticket_reopened`, `merged`, `contact_erased`)."""

    example: ClassVar[dict[str, Any]] = {
        **story.SURVEY_QUEUED,
        "reasons": [{"code": "ticket_reopened", "detail": None, "until": None}],
        "at": story.REOPENED_AT,
    }


class SurveySuppressed(ConsideredFact, type="survey.suppressed.v1", subject="decision_id", listeners=ANALYTICS_ALONE):
    """What happened asks nobody, with every reason. Told for triggered considerations; a wave tells its counts."""

    next_eligible_at: Instant | None

    example: ClassVar[dict[str, Any]] = {
        **{name: value for name, value in story.SURVEY_QUEUED.items() if name not in ("invitation_id", "channel")},
        "reasons": [{"code": "quarantine", "detail": "asked 12 days ago", "until": story.CLOSED_AT}],
        "next_eligible_at": story.CLOSED_AT,
    }


class ProgramStateChanged(
    FeedbackFact, type="program.state_changed.v1", subject="program_id", listeners=ANALYTICS_ALONE
):
    """A program was made, activated, paused or ended. previous_state: null when it was made."""

    program_id: UUID
    survey_id: UUID
    state: ProgramState
    previous_state: ProgramState | None
    at: Instant

    example: ClassVar[dict[str, Any]] = {
        "program_id": story.PROGRAM,
        "survey_id": story.SURVEY,
        "state": "active",
        "previous_state": "draft",
        "at": story.DIRECTORY_AT,
    }


class WaveCount(Detail):
    """How many contacts had this verdict, or this first reason against being asked."""

    code: str
    contacts: int


class WaveDecided(FeedbackFact, type="wave.decided.v1", subject="wave_id", listeners=ANALYTICS_ALONE):
    """Everyone in a wave's audience was considered. counts: by verdict, and by first reason against."""

    wave_id: UUID
    program_id: UUID
    survey_id: UUID
    number: int
    considered: int
    counts: tuple[WaveCount, ...]
    begun_at: Instant
    at: Instant

    example: ClassVar[dict[str, Any]] = {
        "wave_id": story.WAVE,
        "program_id": story.PROGRAM,
        "survey_id": story.SURVEY,
        "number": 3,
        "considered": 1200,
        "counts": [{"code": "send", "contacts": 200}, {"code": "quarantine", "contacts": 1000}],
        "begun_at": story.DIRECTORY_AT,
        "at": story.ACCEPTED_AT,
    }
