"""What the API of metrics takes and answers."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from services.analytics.metrics.contribution import Contribution
from services.analytics.metrics.definitions import Metric, Unit
from services.analytics.metrics.queries import Item
from services.analytics.metrics.recompute import Recomputed
from services.analytics.metrics.store import Change
from shared.http.fields import Filters, Instant, ShortText, View, example

MOST_SHOWN = 100
"""Differences that an answer shows; it counts them all."""


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, a folder, or a path that leads out of the database
        raise PydanticCustomError("timezone", "A timezone is a name as in Europe/Oslo") from None
    return name


class MetricOut(View):
    """One version of a metric's definition."""

    id: str
    version: int
    unit: Unit
    counts: Annotated[str, Field(description="What counts, and how the value is made of it.")]
    leaves_out: list[str]
    numerator: str | None
    denominator: str | None
    dated_by: Annotated[str, Field(description="The instant by which a subject belongs to a period.")]
    grain: str
    owner: Annotated[str, Field(description="The role that answers for the definition.")]
    facts: Annotated[list[str], Field(description="The types it is computed from; `*` = the ledger, so all.")]
    groups: Annotated[list[str], Field(description="What `group_by` takes.")]

    model_config = View.model_config | example(
        {
            "id": "nps",
            "version": 1,
            "unit": "points",
            "counts": "Answers to NPS surveys: 9-10 promote, 0-6 detract.",
            "leaves_out": ["answers without a score", "deleted answers"],
            "numerator": "promoters less detractors",
            "denominator": "answers with a score",
            "dated_by": "answered_at",
            "grain": "answer",
            "owner": "strategy",
            "facts": ["response.received.v1", "response.edited.v1", "response.deleted.v1"],
            "groups": ["account_id", "survey_id", "program_id", "brand", "locale", "source"],
        }
    )

    @classmethod
    def of(cls, metric: Metric) -> "MetricOut":
        """How a definition is shown."""
        return cls.model_validate(metric)


class ValuesAsked(Filters):
    """Which values: half-open [from, to), split by `interval` as the calendar of `timezone` has it."""

    starts_at: Annotated[Instant, Field(alias="from", description="The first instant.")]
    ends_at: Annotated[Instant, Field(alias="to", description="The first instant that no longer belongs to it.")]
    interval: Annotated[
        Literal["hour", "day", "week", "month"] | None,
        Field(description="Weeks begin on Monday; the first and the last period are cut to [from, to)."),
    ] = None
    group_by: Annotated[ShortText | None, Field(description="One of the metric's `groups`.")] = None
    timezone: Annotated[ShortText, AfterValidator(_known_zone), Field(description="An IANA name.")] = "UTC"


class ValueOut(View):
    """One period, and one group where they were asked for. Without any subject value is null and n is 0."""

    starts_at: Annotated[datetime, Field(serialization_alias="from")]
    ends_at: Annotated[datetime, Field(serialization_alias="to")]
    group: Annotated[str | None, Field(description="null without group_by, and for what belongs to no group.")]
    value: float | None
    numerator: int | None
    denominator: int | None
    n: int
    left_out: Annotated[int, Field(description="Subjects of the period without a value, as tickets without a reply.")]
    ci_low: Annotated[float | None, Field(description="95 %: Wilson for shares, adjusted Wald for NPS, t for means.")]
    ci_high: float | None
    flags: list[Literal["small_n", "provisional"]]

    @classmethod
    def of(cls, item: Item) -> "ValueOut":
        """How an item is shown."""
        return cls.model_validate(
            {**asdict(item.value), "starts_at": item.starts_at, "ends_at": item.ends_at, "group": item.group}
        )


class ValuesOut(View):
    """A metric's values. watermark: the latest event time seen among the facts that it is made of."""

    metric_id: str
    definition_version: int
    unit: Unit
    starts_at: Annotated[datetime, Field(serialization_alias="from")]
    ends_at: Annotated[datetime, Field(serialization_alias="to")]
    interval: str | None
    timezone: str
    group_by: str | None
    as_of: datetime
    watermark: datetime | None
    items: list[ValueOut]
    next_cursor: str | None

    model_config = View.model_config | example(
        {
            "metric_id": "nps",
            "definition_version": 1,
            "unit": "points",
            "from": "2026-11-23T00:00:00Z",
            "to": "2026-11-24T00:00:00Z",
            "interval": "day",
            "timezone": "UTC",
            "group_by": "account_id",
            "as_of": "2026-11-23T12:00:00Z",
            "watermark": "2026-11-23T11:40:00Z",
            "items": [
                {
                    "from": "2026-11-23T00:00:00Z",
                    "to": "2026-11-24T00:00:00Z",
                    "group": "01a1f82f-1e81-7a10-8c51-2f6d0b7e9a01",
                    "value": -100.0,
                    "numerator": -1,
                    "denominator": 1,
                    "n": 1,
                    "left_out": 0,
                    "ci_low": None,
                    "ci_high": None,
                    "flags": ["small_n"],
                }
            ],
            "next_cursor": None,
        }
    )


class CountedOut(View):
    """What a subject contributes."""

    at: datetime
    numerator: int
    denominator: int
    value: float | None
    groups: dict[str, str]


class DifferenceOut(View):
    """One contribution that was held otherwise than its facts give. null: it was, or should be, none."""

    subject_id: UUID
    held: CountedOut | None
    rebuilt: CountedOut | None

    @classmethod
    def of(cls, change: Change) -> "DifferenceOut":
        """How a difference is shown."""
        one: Any = change.before or change.after
        return cls(subject_id=one.subject, held=_counted(change.before), rebuilt=_counted(change.after))


def _counted(one: Contribution | None) -> CountedOut | None:
    return None if one is None else CountedOut.model_validate(one)


NextRecompute = Annotated[str | None, Field(description="Not null: it is not done yet; send it to go on.")]

_COMPARED: dict[str, Any] = {
    "metric_id": "nps",
    "definition_version": 1,
    "compared": 1204,
    "differing": 0,
    "differences": [],
}


class ComparedOut(View):
    """How the contributions of a metric compared with their rebuilt ones."""

    metric_id: str
    definition_version: int
    compared: Annotated[int, Field(description="Contributions that were compared.")]
    differing: Annotated[int, Field(description="How many differed; at most 100 are listed.")]
    differences: list[DifferenceOut]

    @classmethod
    def of(cls, metric: Metric, done: Recomputed) -> "ComparedOut":
        """How the outcome is shown."""
        return cls.model_validate(_compared(metric, done))


class RecomputedOut(ComparedOut):
    """What a recompute found. What differed is put right, and is a finding of kind recompute_differs."""

    as_of: datetime
    next_cursor: NextRecompute

    model_config = View.model_config | example({**_COMPARED, "as_of": "2026-11-23T12:00:00Z", "next_cursor": None})

    @classmethod
    def until(cls, metric: Metric, done: Recomputed, as_of: datetime, next_cursor: str | None) -> "RecomputedOut":
        """How the outcome is shown."""
        return cls.model_validate({**_compared(metric, done), "as_of": as_of, "next_cursor": next_cursor})


class AllRecomputedOut(View):
    """What a recompute of all metrics found, of those that this call went over; the facts are read once for them."""

    as_of: datetime
    items: list[ComparedOut]
    next_cursor: NextRecompute

    model_config = View.model_config | example(
        {"as_of": "2026-11-23T12:00:00Z", "items": [_COMPARED], "next_cursor": None}
    )


def _compared(metric: Metric, done: Recomputed) -> dict[str, Any]:
    return {
        "metric_id": metric.id,
        "definition_version": metric.version,
        "compared": done.compared,
        "differing": len(done.differences),
        "differences": [DifferenceOut.of(change) for change in done.differences[:MOST_SHOWN]],
    }
