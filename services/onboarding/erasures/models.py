"""The tables of erasures: what was asked for, and the services' answers. Ids and times only."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Text
from sqlmodel import Field

from services.onboarding.base import Base


class Erasure(Base, table=True):
    """A request to erase a contact. due_at: when every service must have done it."""

    __tablename__ = "erasure"

    contact_id: UUID = Field(primary_key=True)
    account_id: UUID
    requested_at: datetime
    due_at: datetime


class ErasureAnswer(Base, table=True):
    """A service's first word that it holds nothing of the contact any more. It may come before the request is known."""

    __tablename__ = "erasure_answer"
    __table_args__ = (
        CheckConstraint("service IN ('onboarding', 'ticketing', 'feedback', 'analytics')", name="service"),
    )

    contact_id: UUID = Field(primary_key=True)
    service: str = Field(primary_key=True, sa_type=Text)
    records: int
    erased_at: datetime
