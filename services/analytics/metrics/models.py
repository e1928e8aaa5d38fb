"""The tables of metrics."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Float, Identity, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.analytics.base import Base


class MetricOwner(Base, table=True):
    """What facts have said so far of one answer or ticket; the row is the lock of its contributions.

    Facts of one answer come from two topics, so two transactions may hold them at once; without the lock
    neither would see the other's. seen_at: the latest event time among them.
    """

    __tablename__ = "metric_owner"
    __table_args__ = (
        CheckConstraint("kind IN ('answer', 'ticket')", name="kind"),
        Index("ix_metric_owner_kind_seen_at", "kind", "seen_at"),
    )

    kind: str = Field(primary_key=True, sa_type=Text)
    owner_id: UUID = Field(primary_key=True)
    said: dict[str, Any] = Field(sa_type=JSONB)
    seen_at: datetime


class ContributionRow(Base, table=True):
    """What one subject adds to one metric: see `contribution.Contribution`.

    hour: that of `at`, by which contributions are found: equality keeps plans good where ranges would not.
    """

    __tablename__ = "contribution"
    __table_args__ = (
        Index("ix_contribution_metric_version_hour", "metric", "version", "hour"),
        Index("ix_contribution_metric_version_trace_id", "metric", "version", "trace_id"),
    )

    metric: str = Field(primary_key=True, sa_type=Text)
    version: int = Field(primary_key=True)
    subject: UUID = Field(primary_key=True)
    owner_id: UUID
    trace_id: UUID
    at: datetime
    hour: datetime
    groups: dict[str, Any] = Field(sa_type=JSONB)
    numerator: int = Field(sa_type=BigInteger)
    denominator: int = Field(sa_type=BigInteger)
    value: float | None = Field(default=None, sa_type=Float)
    mature_at: datetime | None = None


class MetricCell(Base, table=True):
    """The contributions of one hour added up, for all (group_by '') or for one group.

    Made of the contributions and never added to; an hour that is listed in `metric_stale_hour` is read from
    the contributions instead. squares: the sum of the squared numerators.
    """

    __tablename__ = "metric_cell"

    metric: str = Field(primary_key=True, sa_type=Text)
    version: int = Field(primary_key=True)
    group_by: str = Field(primary_key=True, sa_type=Text)
    hour: datetime = Field(primary_key=True)
    group_value: str = Field(primary_key=True, sa_type=Text)
    n: int = Field(sa_type=BigInteger)
    numerator: int = Field(sa_type=BigInteger)
    denominator: int = Field(sa_type=BigInteger)
    squares: int = Field(sa_type=BigInteger)
    mature_at: datetime | None = None


class MetricStaleHour(Base, table=True):
    """An hour whose cells do not show its contributions any more.

    Rows are only added, each by the transaction that changed a contribution, and taken away by the job that
    makes the cells anew: writers side by side never wait for one another. changed_at is database time.
    """

    __tablename__ = "metric_stale_hour"
    __table_args__ = (Index("ix_metric_stale_hour_metric_version_hour", "metric", "version", "hour"),)

    id: int = Field(default=None, sa_column=Column(BigInteger, Identity(), primary_key=True))
    metric: str = Field(sa_type=Text)
    version: int
    hour: datetime
    changed_at: datetime = Field(sa_column_kwargs={"server_default": text("now()")})
