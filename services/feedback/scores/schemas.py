"""HTTP bodies of scores."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from services.feedback.scores.periods import Interval
from shared.http.fields import Filters, Instant, ShortText, View, example

Metric = Literal["nps", "csat", "ces"]
GroupBy = Literal["account_id", "program_id", "brand", "locale", "segment"]
Weighting = Literal["respondent", "account"]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, LookupError, OSError):
        raise PydanticCustomError("timezone", "A time zone is named as IANA does, as in Europe/Oslo") from None
    return name


class ScoreFilters(Filters):
    """Which score, of which answers: by answered_at, from `from` until before `to`."""

    metric: Metric
    start: Instant = Field(alias="from")
    end: Instant = Field(alias="to")
    interval: Interval | None = None
    timezone: Annotated[ShortText, AfterValidator(_known_zone)] = "UTC"
    group_by: GroupBy | None = None
    weighting: Weighting = "respondent"


class DefinitionOut(View):
    """By which definition a score was computed."""

    id: Metric
    version: int


class ScoreOut(View):
    """A score of one period and group.

    value: nps in points (-100 to 100), csat as a share (0 to 1), ces as a mean on its scale; null where nobody
    answered. margin: half of the 95 % interval. share: of positive answers. group: null without group_by,
    and for answers that have none. accounts: how many were weighed; null where each answer counts once.
    """

    model_config = example(
        {
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
            "small_n": False,
            "definition": {"id": "nps", "version": 1},
        }
    )

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
    small_n: bool
    definition: DefinitionOut
