"""HTTP bodies of surveys."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from services.feedback.brands.schemas import BRAND_EXAMPLE, BrandOut
from services.feedback.surveys import outcome
from services.feedback.surveys.models import Survey, SurveyVersion
from shared.http.fields import INT32, Body, Filters, Int32, ShortText, Text, View, example

SurveyType = Literal["nps", "csat", "ces", "onboarding", "post_recovery", "employee", "pulse", "custom"]
Key = Annotated[Text, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,49}$")]
Locale = Annotated[Text, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$")]
Phrase = Annotated[Text, StringConstraints(min_length=1, max_length=500)]


def _refuse(code: str, message: str) -> PydanticCustomError:
    return PydanticCustomError(code, message)


class Range(Body):
    """Whole numbers from min to max, both included."""

    min: Int32
    max: Int32

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min > self.max or self.max - self.min > 100:
            raise _refuse("range", "A range runs from min to max over at most 101 numbers")
        return self

    def pure(self) -> outcome.Range:
        """As the outcome's rules take it."""
        return outcome.Range(self.min, self.max)


class Bands(Body):
    """Which part of the scale means what; together they cover the scale once."""

    positive: Range | None = None
    neutral: Range | None = None
    negative: Range | None = None

    def pure(self) -> outcome.Bands:
        """As the outcome's rules take them."""
        return outcome.Bands(_pure(self.positive), _pure(self.neutral), _pure(self.negative))


def _pure(band: Range | None) -> outcome.Range | None:
    return None if band is None else band.pure()


class ShowIf(Body):
    """When a question is shown: an earlier one was answered within min and max, or with one of any_of."""

    question: Key
    min: Int32 | None = None
    max: Int32 | None = None
    any_of: list[Key] = Field(default_factory=list, max_length=100)


class Question(Body):
    """One question. options: of choice and matrix; rows: of matrix."""

    key: Key
    kind: Literal["score", "choice", "text", "matrix"]
    required: bool = False
    options: list[Key] = Field(default_factory=list, max_length=100)
    rows: list[Key] = Field(default_factory=list, max_length=100)
    show_if: ShowIf | None = None


class QuestionTexts(Body):
    """What a question says in one locale. low and high name the ends of a scale."""

    label: Phrase
    low: Phrase | None = None
    high: Phrase | None = None
    options: dict[Key, Phrase] = Field(default_factory=dict)
    rows: dict[Key, Phrase] = Field(default_factory=dict)


class Texts(Body):
    """All that a survey says in one locale."""

    title: Phrase
    thanks: Phrase
    questions: dict[Key, QuestionTexts]


class Definition(Body):
    """What a version of a survey asks: a scale with its bands, questions in order, and every text per locale."""

    scale: Range | None = None
    bands: Bands | None = None
    questions: list[Question] = Field(min_length=1, max_length=100)
    fallback_locale: Locale = "en"
    locales: dict[Locale, Texts] = Field(min_length=1, max_length=50)

    @model_validator(mode="after")
    def _scored_by_bands(self) -> Self:
        scores = sum(question.kind == "score" for question in self.questions)
        if self.scale is None or self.bands is None:
            if scores or self.scale is not None or self.bands is not None:
                raise _refuse("scale", "A score question needs a scale and bands")
        elif scores != 1:
            raise _refuse("scale", "A survey with a scale has exactly one score question")
        elif not outcome.cover_once(self.scale.pure(), self.bands.pure()):
            raise _refuse("bands", "The bands must cover the scale exactly once")
        return self

    @model_validator(mode="after")
    def _asked_in_order(self) -> Self:
        earlier: dict[str, Question] = {}
        for question in self.questions:
            if question.key in earlier:
                raise _refuse("question_key", "Each question needs a key of its own")
            if question.show_if is not None:
                _check_condition(question, earlier.get(question.show_if.question))
            if bool(question.options) != (question.kind in ("choice", "matrix")):
                raise _refuse("options", "Choice and matrix questions have options, others have none")
            if bool(question.rows) != (question.kind == "matrix"):
                raise _refuse("rows", "Matrix questions have rows, others have none")
            earlier[question.key] = question
        return self

    @model_validator(mode="after")
    def _said_in_every_locale(self) -> Self:
        if self.fallback_locale not in self.locales:
            raise _refuse("fallback_locale", "The fallback locale needs its texts")
        needed = {question.key: question for question in self.questions}
        for texts in self.locales.values():
            if texts.questions.keys() != needed.keys():
                raise _refuse("texts", "Every locale says every question, and no other")
            for key, said in texts.questions.items():
                if said.options.keys() != set(needed[key].options) or said.rows.keys() != set(needed[key].rows):
                    raise _refuse("texts", "Every locale names every option and row, and no other")
        return self


def _check_condition(question: Question, asked: Question | None) -> None:
    condition = question.show_if
    assert condition is not None
    if asked is None:
        raise _refuse("show_if", "A question is shown by the answer to an earlier one")
    if question.kind == "score":
        raise _refuse("show_if", "The score question is always shown: it alone can be saved at once")
    if asked.kind != "score" and (condition.min is not None or condition.max is not None):
        raise _refuse("show_if", "Only a score lies within min and max")
    if condition.any_of and (asked.kind != "choice" or not set(condition.any_of) <= set(asked.options)):
        raise _refuse("show_if", "any_of names options of a choice question")


QUESTIONS_EXAMPLE: dict[str, Any] = {
    "scale": {"min": 1, "max": 3},
    "bands": {
        "positive": {"min": 3, "max": 3},
        "neutral": {"min": 2, "max": 2},
        "negative": {"min": 1, "max": 1},
    },
    "questions": [
        {"key": "score", "kind": "score", "required": True},
        {"key": "reason", "kind": "text", "show_if": {"question": "score", "max": 2}},
    ],
    "fallback_locale": "en",
    "locales": {
        "en": {
            "title": "Your week",
            "thanks": "Thank you.",
            "questions": {
                "score": {"label": "How was your week with us?", "low": "Hard", "high": "Good"},
                "reason": {"label": "What made it hard?"},
            },
        }
    },
}

_SHOWN_QUESTIONS = [
    {"key": "score", "kind": "score", "required": True, "options": [], "rows": [], "show_if": None},
    {
        "key": "reason",
        "kind": "text",
        "required": False,
        "options": [],
        "rows": [],
        "show_if": {"question": "score", "min": None, "max": 2, "any_of": []},
    },
]
_SHOWN_LOCALES = {
    "en": {
        "title": "Your week",
        "thanks": "Thank you.",
        "questions": {
            "score": {
                "label": "How was your week with us?",
                "low": "Hard",
                "high": "Good",
                "options": {},
                "rows": {},
            },
            "reason": {"label": "What made it hard?", "low": None, "high": None, "options": {}, "rows": {}},
        },
    }
}
_SHOWN = {
    **QUESTIONS_EXAMPLE,
    "questions": _SHOWN_QUESTIONS,
    "locales": _SHOWN_LOCALES,
    "created_at": "2026-11-22T10:15:00Z",
}
_SURVEY_ID = "01935f2e-7c00-7000-8000-000000000001"


class SurveyVersionIn(Definition):
    """The next version of a survey."""

    model_config = example(QUESTIONS_EXAMPLE)


class SurveyIn(Definition):
    """A new survey. nps, csat and ces have the scale and bands of their score."""

    model_config = example({"name": "Weekly pulse", "type": "pulse", **QUESTIONS_EXAMPLE})

    name: ShortText
    type: SurveyType
    brand: ShortText = "default"

    def definition(self) -> Definition:
        """What its first version asks."""
        return Definition.model_construct(**{name: getattr(self, name) for name in Definition.model_fields})


class SurveyVersionOut(View):
    """What one version asks."""

    model_config = example({"survey_id": _SURVEY_ID, "version": 1, **_SHOWN})

    survey_id: UUID
    version: int
    scale: Range | None
    bands: Bands | None
    questions: list[Question]
    fallback_locale: str
    locales: dict[str, Texts]
    created_at: datetime

    @classmethod
    def of(cls, row: SurveyVersion) -> Self:
        """A row as the API shows it."""
        return cls(survey_id=row.survey_id, version=row.version, created_at=row.created_at, **row.definition)


class SurveyOut(View):
    """A survey with what its newest version asks."""

    model_config = example(
        {
            "id": _SURVEY_ID,
            "name": "Weekly pulse",
            "type": "pulse",
            "brand": "default",
            "shipped": False,
            **_SHOWN,
            "updated_at": "2026-11-22T10:15:00Z",
            "version": 1,
        }
    )

    id: UUID
    name: str
    type: SurveyType
    brand: str
    shipped: bool
    scale: Range | None
    bands: Bands | None
    questions: list[Question]
    fallback_locale: str
    locales: dict[str, Texts]
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, rows: tuple[Survey, SurveyVersion]) -> Self:
        """A survey and its newest version as the API shows them."""
        survey, newest = rows
        return cls.model_validate({**survey.model_dump(), **newest.definition})


class SurveyFilters(Filters):
    """What a list of surveys may be narrowed to."""

    type: SurveyType | None = None
    brand: ShortText | None = None


class SurveyPreviewAsked(Filters):
    """What a preview may be narrowed to. version: the newest unless given."""

    locale: Locale | None = None
    version: Annotated[int, Field(ge=1, le=INT32)] | None = None


class SaidOut(View):
    """An option or a row, and what it says."""

    key: str
    label: str


class AskedOut(View):
    """One question in one locale. low and high name the ends of a scale; hidden: until its show_if holds."""

    key: str
    kind: Literal["score", "choice", "text", "matrix"]
    required: bool
    label: str
    low: str | None
    high: str | None
    options: list[SaidOut]
    rows: list[SaidOut]
    show_if: ShowIf | None
    hidden: bool


class LocaleOut(View):
    """The locale that was chosen and by what: the same tag, the language's script, the language, or the fallback."""

    asked: str | None
    chosen: str
    step: Literal["exact", "script", "language", "fallback"]
    fallback: bool


class SurveyPreviewOut(View):
    """What a respondent would see before they have answered anything."""

    model_config = example(
        {
            "survey_id": _SURVEY_ID,
            "version": 1,
            "type": "pulse",
            "locale": {"asked": "en-GB", "chosen": "en", "step": "language", "fallback": False},
            "brand": BRAND_EXAMPLE,
            "title": "Your week",
            "thanks": "Thank you.",
            "scale": {"min": 1, "max": 3},
            "questions": [
                {
                    "key": "topic",
                    "kind": "choice",
                    "required": False,
                    "label": "What made it hard?",
                    "low": None,
                    "high": None,
                    "options": [{"key": "speed", "label": "The speed"}],
                    "rows": [],
                    "show_if": {"question": "score", "min": None, "max": 2, "any_of": []},
                    "hidden": True,
                }
            ],
        }
    )

    survey_id: UUID
    version: int
    type: SurveyType
    locale: LocaleOut
    brand: BrandOut | None
    title: str
    thanks: str
    scale: Range | None
    questions: list[AskedOut]


def plain(definition: Definition) -> dict[str, Any]:
    """A definition as its row keeps it."""
    return definition.model_dump(mode="json", include=set(Definition.model_fields))
