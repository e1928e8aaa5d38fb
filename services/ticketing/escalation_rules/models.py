"""The tables of what rules did, and of the work that a changed rule leaves."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.ticketing.base import Base
from shared.db.base import Identified


class EscalationLevel(Identified, Base, table=True):
    """A level that a clock reached, once a cycle: when it was due, when that was seen, and what was done.

    recipients: {role, staff_id, found} each. actions: {do, result} each. state recorded: nothing was done,
    since what the clock waits for had happened by then.
    """

    __tablename__ = "escalation_level"
    __table_args__ = (
        CheckConstraint("state IN ('fired', 'recorded')", name="state"),
        CheckConstraint("detected_at >= due_at", name="detected"),
        UniqueConstraint("clock_id", "rule_id", "level"),
        Index("ix_escalation_level_ticket_id_id", "ticket_id", "id"),
    )

    clock_id: UUID = Field(foreign_key="sla_clock.id")
    rule_id: UUID
    rule_version: int
    level: str = Field(sa_type=Text)
    ticket_id: UUID = Field(foreign_key="ticket.id")
    metric: str = Field(sa_type=Text)
    cycle: int
    state: str = Field(sa_type=Text)
    due_at: datetime
    detected_at: datetime
    recipients: list[dict[str, Any]] = Field(sa_type=JSONB)
    actions: list[dict[str, Any]] = Field(sa_type=JSONB)


class RulesReview(Base, table=True):
    """A changed rule that has not reached all clocks yet. after_clock_id: where to go on; null: at the first.

    begun_at: database time of the change. due_at: database time of the next piece.
    """

    __tablename__ = "escalation_rules_review"

    rule_id: UUID = Field(primary_key=True)
    after_clock_id: UUID | None = None
    begun_at: datetime = Field(default=None, sa_column_kwargs={"server_default": text("now()")})
    due_at: datetime = Field(default=None, sa_column_kwargs={"server_default": text("now()")})
