"""The table of periodic work."""

from datetime import datetime

from sqlalchemy import Text, func
from sqlmodel import Field

from shared.db.base import Platform


class JobRow(Platform, table=True):
    """One kind of periodic work; its row lock is the lease of the run under way (database time)."""

    __tablename__ = "job"

    name: str = Field(primary_key=True, sa_type=Text)
    interval_seconds: float
    next_run_at: datetime = Field(sa_column_kwargs={"server_default": func.now()})
    last_run_at: datetime | None = None
    last_duration_seconds: float | None = None
    last_count: int | None = None
    outcome: str | None = Field(default=None, sa_type=Text)
