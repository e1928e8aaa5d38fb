"""The tables of surveys."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.feedback.base import Base
from shared.db.base import Identified, Stamped, Versioned

EMPLOYEE = "employee"
"""The staff's own surveys: their facts carry no person, and nothing follows an answer."""

SURVEY_TYPES = ("nps", "csat", "ces", "onboarding", "post_recovery", "employee", "pulse", "custom")


class Survey(Identified, Stamped, Versioned, Base, table=True):
    """One survey. Its `version` is the number of its newest `SurveyVersion`.

    shipped: it came with the service, and answers that name only its type belong to it.
    """

    __tablename__ = "survey"
    __table_args__ = (
        CheckConstraint(f"type IN {SURVEY_TYPES}", name="type"),
        Index("uq_survey_shipped_type", "type", unique=True, postgresql_where=text("shipped")),
    )

    type: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    brand: str = Field(sa_type=Text)
    shipped: bool = False


class SurveyVersion(Base, table=True):
    """What one version asks. Rows are only ever added."""

    __tablename__ = "survey_version"

    survey_id: UUID = Field(foreign_key="survey.id", primary_key=True)
    version: int = Field(primary_key=True)
    definition: dict[str, Any] = Field(sa_type=JSONB)
    created_at: datetime
