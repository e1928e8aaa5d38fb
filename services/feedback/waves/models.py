"""The table of waves."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.feedback.base import Base
from shared.db.base import Identified, Stamped, Versioned

STATES = ("planned", "running", "paused", "done", "cancelled")


class Wave(Identified, Stamped, Versioned, Base, table=True):
    """One time that a program asks its audience, a thousand contacts a transaction.

    number: of the program's waves, from 1; sampling is by contact, program and this. trickle_seconds: over how long
    its invitations are spread. after_contact_id: up to which contact it was decided, in the order of their ids.
    counts: {verdict or reason: contacts}. not_before: it begins then. trace_id: the
    story of the wave itself; each of its invitations begins one of its own.
    """

    __tablename__ = "wave"
    __table_args__ = (
        UniqueConstraint("program_id", "number"),
        CheckConstraint(f"state IN {STATES}", name="state"),
        Index("ix_wave_not_before", "not_before", postgresql_where=text("state IN ('planned', 'running')")),
        Index("ix_wave_program_id_id", "program_id", "id"),
    )

    program_id: UUID = Field(foreign_key="program.id")
    number: int
    name: str = Field(sa_type=Text)
    state: str = Field(default="planned", sa_type=Text)
    not_before: datetime
    trickle_seconds: int = 0
    after_contact_id: UUID | None = None
    counts: dict[str, int] = Field(sa_type=JSONB)
    begun_at: datetime | None = None
    done_at: datetime | None = None
    trace_id: UUID
