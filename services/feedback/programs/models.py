"""The table of programs."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Integer, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from services.feedback.base import Base
from shared.db.base import Identified, Stamped, Versioned

STATES = ("draft", "active", "paused", "ended")
TRIGGERS = ("event", "schedule", "wave", "manual")
CLASSES = ("relationship", "transactional", "follow_up")


class Program(Identified, Stamped, Versioned, Base, table=True):
    """Who is asked which survey, and when.

    shipped: the key of one that came with the service. trigger_kind event: `event` names the fact without its version
    (`ticket.solved`), and delay_seconds pass after it; schedule: `rrule` (RFC 5545) in `timezone`, from starts_at.
    audience: {roles, account_ids, tiers, segments, tags}, each a list, empty = all. sampling_rate: over 0, up to 1.
    channels: in the order in which they are tried. sending_window: {days (1 = Monday), from, until} in the contact's
    zone (where that is not known, in `timezone`), null = always. reminders: after how many seconds since it was sent,
    two at most. cadence_seconds: between two surveys of this type to one contact. gap_seconds: after any survey of the
    classes relationship and transactional, its own too. account_cap: contacts of one account in a wave, or without
    waves in cadence_seconds. trickle_seconds: over how long a wave that the schedule starts is spread.
    next_due_at: when the schedule starts its next wave.
    """

    __tablename__ = "program"
    __table_args__ = (
        CheckConstraint(f"state IN {STATES}", name="state"),
        CheckConstraint(f"trigger_kind IN {TRIGGERS}", name="trigger_kind"),
        CheckConstraint(f"quarantine_class IN {CLASSES}", name="quarantine_class"),
        CheckConstraint("(trigger_kind = 'event') = (event IS NOT NULL)", name="event"),
        CheckConstraint("(trigger_kind = 'schedule') = (rrule IS NOT NULL)", name="rrule"),
        CheckConstraint("sampling_rate > 0 AND sampling_rate <= 1", name="sampling_rate"),
        CheckConstraint("cardinality(reminders) <= 2", name="reminders"),
        Index("uq_program_shipped", "shipped", unique=True, postgresql_where=text("shipped IS NOT NULL")),
        Index("ix_program_event", "event", postgresql_where=text("state = 'active' AND event IS NOT NULL")),
        Index("ix_program_next_due_at", "next_due_at", postgresql_where=text("state = 'active'")),
    )

    name: str = Field(sa_type=Text)
    shipped: str | None = Field(default=None, sa_type=Text)
    survey_id: UUID = Field(foreign_key="survey.id")
    brand: str = Field(sa_type=Text)
    state: str = Field(default="draft", sa_type=Text)
    trigger_kind: str = Field(sa_type=Text)
    event: str | None = Field(default=None, sa_type=Text)
    delay_seconds: int = 0
    rrule: str | None = Field(default=None, sa_type=Text)
    timezone: str = Field(default="UTC", sa_type=Text)
    starts_at: datetime | None = None
    next_due_at: datetime | None = None
    quarantine_class: str = Field(sa_type=Text)
    audience: dict[str, Any] = Field(sa_type=JSONB)
    sampling_rate: float = 1.0
    channels: list[str] = Field(sa_type=ARRAY(Text))
    sending_window: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    reminders: list[int] = Field(sa_type=ARRAY(Integer))
    expires_after_seconds: int
    edit_window_seconds: int
    min_tenure_seconds: int = 0
    cadence_seconds: int = 0
    gap_seconds: int = 0
    account_cap: int | None = None
    trickle_seconds: int = 0
    frame_origins: list[str] = Field(sa_type=ARRAY(Text))
