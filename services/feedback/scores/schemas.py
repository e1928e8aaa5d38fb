"""HTTP bodies of scores."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from services.feedback.scores import periods
from services.feedback.scores.periods import Interval
from shared.http.fields import Filters, Id, Instant, ShortText, View, example

Metric = Literal["nps", "csat", "ces"]
GroupBy = Literal["account_id", "program_id", "brand", "locale", "segment"]
Weighting = Literal["respondent", "account", "inclusion"]
RateGroup = Literal["account_id", "program_id", "wave_id", "survey_type", "brand", "locale", "channel"]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, LookupError, OSError):
        raise PydanticCustomError("timezone", "A time zone is named as IANA does, as in Europe/Oslo") from None
    return name


def _after_start(end: datetime, info: ValidationInfo) -> datetime:
    start = info.data.get("start")
    if start is not None and end <= start:
        raise PydanticCustomError("period", "A period ends after it begins")
    return end


def _not_too_short(interval: Interval | None, info: ValidationInfo) -> Interval | None:
    known = info.data
    if interval is not None and {"start", "end", "timezone"} <= known.keys():
        try:
            periods.split(known["start"], known["end"], interval, ZoneInfo(known["timezone"]))
        except periods.TooManyPeriods:
            msg = f"A period holds at most {periods.MOST_PERIODS} intervals"
            raise PydanticCustomError("too_many", "{msg}", {"msg": msg}) from None
    return interval


Start = Annotated[Instant, Field(alias="from")]
End = Annotated[Instant, AfterValidator(_after_start), Field(alias="to")]
Timezone = Annotated[ShortText, AfterValidator(_known_zone)]
Split = Annotated[Interval | None, AfterValidator(_not_too_short)]
"""Declared in this order, since each is judged by those before it."""


class Answered(Filters):
    """Which answers: by answered_at, from `from` until before `to`, and of whom."""

    metric: Metric
    start: Start
    end: End
    weighting: Weighting = "respondent"
    account_id: Id | None = None
    program_id: Id | None = None
    brand: ShortText | None = None
    locale: ShortText | None = None
    wave_id: Id | None = None


class ScoreFilters(Answered):
    """Which score, of which answers, in which periods and groups."""

    timezone: Timezone = "UTC"
    interval: Split = None
    group_by: GroupBy | None = None


class RateFilters(Filters):
    """The response rate of which invitations, by when they were delivered, in which periods and groups."""

    start: Start
    end: End
    timezone: Timezone = "UTC"
    interval: Split = None
    group_by: RateGroup | None = None
    program_id: Id | None = None
    wave_id: Id | None = None


class ComparisonFilters(Answered):
    """Which score, of which answers, beside those of another period, or of another wave in the same one.

    Without a baseline it is the equally long period before.
    """

    baseline_start: Instant | None = Field(default=None, alias="baseline_from")
    baseline_end: Instant | None = Field(default=None, alias="baseline_to")
    baseline_wave_id: Id | None = None

    @field_validator("baseline_end")
    @classmethod
    def _baseline_is_a_period(cls, end: datetime | None, info: ValidationInfo) -> datetime | None:
        start = info.data.get("baseline_start")
        if start is not None and end is not None and end <= start:
            raise PydanticCustomError("period", "A period ends after it begins")
        return end

    @model_validator(mode="after")
    def _whole_and_apart(self) -> Self:
        if (self.baseline_start is None) != (self.baseline_end is None):
            raise PydanticCustomError("period", "Give baseline_from and baseline_to, or neither")
        baseline = self.baseline
        if baseline.wave_id == self.wave_id and baseline.start < self.end and self.start < baseline.end:
            raise PydanticCustomError("overlap", "What shares answers cannot be compared")
        return self

    @property
    def baseline(self) -> Answered:
        """What is compared with."""
        start, end = self.start - (self.end - self.start), self.start
        if self.baseline_start is not None and self.baseline_end is not None:
            start, end = self.baseline_start, self.baseline_end
        elif self.baseline_wave_id is not None:
            start, end = self.start, self.end
        wave_id = self.baseline_wave_id or self.wave_id
        return Answered.model_construct(**{**dict(self), "start": start, "end": end, "wave_id": wave_id})


class DefinitionOut(View):
    """By which definition a score was computed."""

    id: Literal[Metric, "response_rate"]
    version: int


_SCORE: dict[str, Any] = {
    "from": "2026-11-01T00:00:00Z",
    "to": "2026-12-01T00:00:00Z",
    "group": None,
    "value": 33.4,
    "n": 500,
    "margin": 6.526969,
    "positives": 250,
    "neutrals": 167,
    "negatives": 83,
    "share": 0.5,
    "accounts": None,
    "effective_n": None,
    "small_n": False,
    "definition": {"id": "nps", "version": 1},
}


class ScoreOut(View):
    """A score of one period and group.

    value: nps in points (-100 to 100), csat as a share (0 to 1), ces as a mean on its scale; null where nobody
    answered. margin: half of the 95 % interval. share: of positive answers, each counting once. group: null without
    group_by, and for answers that have none. accounts: how many were weighed; effective_n: how many answers of equal
    weight say as much; null where each answer counts once.
    """

    model_config = example(_SCORE)

    start: datetime = Field(serialization_alias="from")
    end: datetime = Field(serialization_alias="to")
    group: UUID | str | None
    value: float | None
    n: int
    margin: float | None
    positives: int
    neutrals: int
    negatives: int
    share: float | None
    accounts: int | None
    effective_n: float | None
    small_n: bool
    definition: DefinitionOut


class ComparisonOut(View):
    """Two scores side by side.

    difference: the value less the baseline's; null where either has none. margin: 1.96·√(SE₁² + SE₂²). significant:
    whether the difference is beyond it; null where a score has no margin.
    """

    model_config = example(
        {
            "difference": 8.4,
            "margin": 9.36,
            "significant": False,
            "score": _SCORE,
            "baseline": {**_SCORE, "from": "2026-10-02T00:00:00Z", "to": "2026-11-01T00:00:00Z", "value": 25.0},
        }
    )

    difference: float | None
    margin: float | None
    significant: bool | None
    score: ScoreOut
    baseline: ScoreOut


class ResponseRateOut(View):
    """How many of the invitations that were delivered in a period were answered, whenever that was.

    rate: completed / delivered, 0 to 1; null where nothing was delivered. margin: half of the 95 % interval.
    """

    model_config = example(
        {
            "from": "2026-11-01T00:00:00Z",
            "to": "2026-12-01T00:00:00Z",
            "group": None,
            "delivered": 400,
            "completed": 100,
            "rate": 0.25,
            "margin": 0.042435,
            "small_n": False,
            "definition": {"id": "response_rate", "version": 1},
        }
    )

    start: datetime = Field(serialization_alias="from")
    end: datetime = Field(serialization_alias="to")
    group: UUID | str | None
    delivered: int
    completed: int
    rate: float | None
    margin: float | None
    small_n: bool
    definition: DefinitionOut
