"""The table of retention policies."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Text
from sqlmodel import Field

from shared.db.base import Identified, Platform

LONGEST_DAYS = 36_500


class RetentionPolicy(Identified, Platform, table=True):
    """For how many days one kind of rows is kept; null = for ever. There is no row before one was set."""

    __tablename__ = "retention_policy"
    __table_args__ = (CheckConstraint(f"days BETWEEN 1 AND {LONGEST_DAYS}", name="days"),)

    entity: str = Field(unique=True, sa_type=Text)
    days: int | None = None
    updated_at: datetime
    last_run_at: datetime | None = None
    last_count: int | None = None
