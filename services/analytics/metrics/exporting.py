"""What each subject adds to a metric, as an export writes it down: for whoever counts by other groups."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError
from sqlalchemy import Select, select
from sqlmodel import col

from services.analytics.metrics.definitions import METRICS
from services.analytics.metrics.models import ContributionRow
from shared.features.bulk_jobs import kinds
from shared.http.fields import Filters, Instant, ShortText, View


def _known(metric_id: str) -> str:
    if metric_id not in METRICS:
        raise PydanticCustomError("unknown_metric", "There is no metric with this id")
    return metric_id


class ContributionFilters(Filters):
    """Of which metric, and of when: half-open [from, to) by `at`."""

    metric_id: Annotated[ShortText, AfterValidator(_known)]
    starts_at: Annotated[Instant | None, Field(alias="from")] = None
    ends_at: Annotated[Instant | None, Field(alias="to")] = None


class ContributionOut(View):
    """What one subject adds to a metric: a ticket, a clock, an answer or an expectation.

    owner_id: the ticket or answer that it belongs to. value: of metrics that are no shares.
    """

    metric: str
    version: int
    subject: UUID
    owner_id: UUID
    trace_id: UUID
    at: datetime
    groups: dict[str, Any]
    numerator: int
    denominator: int
    value: float | None
    mature_at: datetime | None


def _contributions(filters: ContributionFilters) -> Select[ContributionRow]:
    metric = METRICS[filters.metric_id]
    listed = (
        select(ContributionRow)
        .where(col(ContributionRow.metric) == metric.kept_as, col(ContributionRow.version) == metric.version)
        .order_by(col(ContributionRow.subject))
    )
    if filters.starts_at is not None:
        listed = listed.where(col(ContributionRow.at) >= filters.starts_at)
    if filters.ends_at is not None:
        listed = listed.where(col(ContributionRow.at) < filters.ends_at)
    return listed


ENTITIES = (
    kinds.selected(
        "contributions",
        "analytics:metrics:read",
        ContributionFilters,
        _contributions,
        ContributionOut,
        ContributionOut.model_validate,
        shown={"metric_id": "nps"},
    ),
)
