"""HTTP bodies of responses."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from services.feedback.surveys.outcome import Outcome
from services.feedback.surveys.schemas import Locale, SurveyType
from services.feedback.word_lists.schemas import Code
from shared.http.fields import Body, Filters, Id, Instant, Int32, Json, PastInstant, ShortText, Text, View, example

MailAddress = Annotated[Text, StringConstraints(max_length=320, pattern=r"^[^@\s]+@[^@\s]+$")]

_ID = "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c"
_ACCOUNT_ID = "01a1f82f-1e81-7a10-8c51-2f6d0b7e9a01"
_CONTACT_ID = "01a1f82f-1e81-7a11-9b3e-60c4a7d15f02"


class Respondent(Body):
    """Who answered, where no contact is known."""

    name: ShortText | None = None
    email: MailAddress | None = None


class GivenAnswer(Body):
    """What was answered to one question of the survey, by the question's key."""

    question: ShortText
    value: Json


Answers = Annotated[list[GivenAnswer], Field(max_length=200)]


class ResponseIn(Body):
    """An answer that was taken elsewhere: on the phone, in person, by another tool.

    survey_type alone means the newest version of the shipped survey of that type. score lies on the survey's
    scale; null is an answer without a score.
    """

    model_config = example(
        {
            "source": "phone",
            "source_id": "call-8841",
            "survey_type": "nps",
            "score": 3,
            "answered_at": "2026-11-22T10:15:00Z",
            "account_id": _ACCOUNT_ID,
            "contact_id": _CONTACT_ID,
            "answers": [{"question": "reason", "value": "Slow"}],
            "comment": "Slow",
            "locale": "en",
        }
    )

    source: ShortText
    source_id: ShortText
    survey_type: SurveyType | None = None
    survey_id: Id | None = None
    score: Int32 | None
    answered_at: PastInstant | None = None
    account_id: Id | None = None
    contact_id: Id | None = None
    invitation_id: Id | None = None
    ticket_id: Id | None = None
    program_id: Id | None = None
    respondent: Respondent | None = None
    answers: Answers = Field(default_factory=list)
    comment: Text | None = None
    locale: Locale | None = None
    brand: ShortText = "default"
    trace_id: Id | None = None


class ResponsePatch(Body):
    """What of an answer can be corrected; what it means is found anew. null removes.

    themes: what a person says that it is about, by the themes' codes; no later reading changes that. null hands it back
    to the reading.
    """

    model_config = example({"score": 9, "comment": "Quick once Mia had called"})

    score: Int32 | None = None
    comment: Text | None = None
    answers: Answers | None = None
    themes: Annotated[list[Code], Field(max_length=50), AfterValidator(lambda codes: sorted(set(codes)))] | None = None


class SentimentOut(View):
    """How the comment sounds; score from -1 (worst) to 1 (best).

    source: by what it was found: vader for English, words for other languages; null of answers from before it was kept.
    """

    label: Literal["positive", "neutral", "negative"]
    score: float
    source: Literal["vader", "words"] | None = None


class RespondentOut(View):
    """Who answered, where no contact is known."""

    name: str | None = None
    email: str | None = None


class GivenAnswerOut(View):
    """What was answered to one question."""

    question: str
    value: Any


class ResponseOut(View):
    """One answer.

    sentiment: null without a comment, or where its language is none that is read (en, es, sv, no, sr, bg);
    language says in which it was read. themes_by_hand: a person said what it is about. needs_triage: somebody had
    to see it at once, see /v1/triage. loop_case_id: of negative answers. silent: imported, and nothing follows it.
    """

    model_config = example(
        {
            "id": _ID,
            "source": "phone",
            "source_id": "call-8841",
            "survey_id": "01a19b45-b800-7003-a7e6-0c91d4f25b09",
            "survey_version": 1,
            "survey_type": "nps",
            "program_id": None,
            "invitation_id": None,
            "account_id": _ACCOUNT_ID,
            "contact_id": _CONTACT_ID,
            "respondent": None,
            "ticket_id": None,
            "brand": "default",
            "locale": "en",
            "language": "en",
            "state": "completed",
            "score": 3,
            "answers": [{"question": "reason", "value": "Slow"}],
            "comment": "Slow",
            "outcome": "negative",
            "sentiment": {"label": "negative", "score": -0.46, "source": "vader"},
            "themes": ["speed"],
            "themes_by_hand": False,
            "needs_triage": False,
            "loop_case_id": "01a207e6-dd18-7c32-9e68-d1503bf7240e",
            "answered_at": "2026-11-22T10:15:00Z",
            "recorded_at": "2026-11-22T10:15:00.120000Z",
            "edited_at": None,
            "silent": False,
            "trace_id": _ID,
            "version": 1,
        }
    )

    id: UUID
    source: str
    source_id: str
    survey_id: UUID
    survey_version: int
    survey_type: SurveyType
    program_id: UUID | None
    invitation_id: UUID | None
    account_id: UUID | None
    contact_id: UUID | None
    respondent: RespondentOut | None
    ticket_id: UUID | None
    brand: str
    locale: str | None
    language: str | None
    state: Literal["partial", "completed"]
    score: int | None
    answers: list[GivenAnswerOut]
    comment: str | None
    outcome: Outcome
    sentiment: SentimentOut | None
    themes: list[str]
    themes_by_hand: bool
    needs_triage: bool
    loop_case_id: UUID | None
    answered_at: datetime
    recorded_at: datetime
    edited_at: datetime | None
    silent: bool
    trace_id: UUID
    version: int

    @classmethod
    def of(cls, row: Any) -> Self:
        """A row, or the columns of one, as the API shows it."""
        return cls.model_validate(row)


class ResponseFilters(Filters):
    """What a list of responses may be narrowed to."""

    survey_type: SurveyType | None = None
    outcome: Outcome | None = None
    account_id: Id | None = None
    contact_id: Id | None = None
    ticket_id: Id | None = None
    trace_id: Id | None = None
    source: ShortText | None = None
    source_id: ShortText | None = None
    needs_triage: bool | None = None
    answered_since: Instant | None = None
    theme: ShortText | None = None
