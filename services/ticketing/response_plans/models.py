"""The table of response plans."""

from typing import Any

from sqlalchemy import CheckConstraint, Index, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.ticketing.base import Base
from shared.db.base import Identified, Stamped, Versioned


class ResponsePlan(Identified, Stamped, Versioned, Base, table=True):
    """What to do after a failure of one type. severity: for which cases, None for all. steps: as the API."""

    __tablename__ = "response_plan"
    __table_args__ = (
        CheckConstraint("severity IN ('minor', 'major', 'critical')", name="severity"),
        Index("ix_response_plan_failure_type_id", "failure_type", "id"),
    )

    failure_type: str = Field(sa_type=Text)
    severity: str | None = Field(default=None, sa_type=Text)
    name: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    steps: list[dict[str, Any]] = Field(sa_type=JSONB)
