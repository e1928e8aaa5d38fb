"""The tables of invitations and suppressions."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlmodel import Field

from services.feedback.base import Base
from shared.db.base import Identified, Stamped, Versioned

STATES = (
    "planned",
    "queued",
    "sent",
    "delivered",
    "bounced",
    "opened",
    "started",
    "partial",
    "completed",
    "expired",
    "cancelled",
)
OPEN = ("planned", "queued", "sent", "delivered", "opened", "started", "partial")
"""An invitation in one of these may still be answered, or sent."""
ENDED = ("completed", "expired", "cancelled", "bounced")


class Invitation(Identified, Stamped, Versioned, Base, table=True):
    """One contact asked once; `state` is how far it came.

    A suppressed consideration is a decision alone and makes no invitation. Its queue row is the reservation of the
    contact's quarantine: that counts from `reserved_at`, when it is to be sent, unless it is cancelled before it was.
    address: where to it is sent, null for a link that an internal system hands over; `channel` says which. locale: of
    the contact, as the texts are chosen. not_before: the start of the sending window. cause: what triggered it, as on
    its decision; answer_id: the response it got. probability: of having been sampled, for weighting. The token of its
    page is its id, signed (`tokens.py`), and lies nowhere.
    reason: why it was cancelled or bounced. reminded: how many reminders were sent. next_at: when it is next to be
    looked at: sent, reminded of, or expired.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        CheckConstraint(f"state IN {STATES}", name="state"),
        CheckConstraint("channel IN ('email', 'link')", name="channel"),
        Index("uq_invitation_decision_id", "decision_id", unique=True),
        Index("ix_invitation_next_at", "next_at", postgresql_where=text("next_at IS NOT NULL")),
        Index("ix_invitation_contact_id_id", "contact_id", "id", postgresql_where=text("contact_id IS NOT NULL")),
        Index("ix_invitation_account_id_id", "account_id", "id", postgresql_where=text("account_id IS NOT NULL")),
        Index("ix_invitation_program_id_id", "program_id", "id"),
        Index(
            "ix_invitation_wave_id_account_id", "wave_id", "account_id", postgresql_where=text("wave_id IS NOT NULL")
        ),
        Index("ix_invitation_ticket_id", "ticket_id", postgresql_where=text("ticket_id IS NOT NULL")),
        Index("ix_invitation_state_id", "state", "id"),
        Index("ix_invitation_trace_id", "trace_id"),
        Index(
            "ix_invitation_reached_at",
            text("least(delivered_at, opened_at, started_at, partial_at, completed_at)"),
            postgresql_where=text("least(delivered_at, opened_at, started_at, partial_at, completed_at) IS NOT NULL"),
        ),
    )

    decision_id: UUID = Field(foreign_key="send_decision.id")
    program_id: UUID = Field(foreign_key="program.id")
    wave_id: UUID | None = None
    survey_id: UUID
    survey_version: int
    survey_type: str = Field(sa_type=Text)
    quarantine_class: str = Field(sa_type=Text)
    contact_id: UUID | None = None
    account_id: UUID | None = None
    ticket_id: UUID | None = None
    project_id: UUID | None = None
    recovery_case_id: UUID | None = None
    response_id: UUID | None = None
    answer_id: UUID | None = None
    trace_id: UUID
    brand: str = Field(sa_type=Text)
    locale: str | None = Field(default=None, sa_type=Text)
    channel: str = Field(sa_type=Text)
    address: str | None = Field(default=None, sa_type=Text)
    state: str = Field(sa_type=Text)
    reason: str | None = Field(default=None, sa_type=Text)
    probability: float = 1.0
    not_before: datetime
    next_at: datetime | None = None
    reminded: int = 0
    reserved_at: datetime
    sent_at: datetime | None = None
    delivered_at: datetime | None = None
    bounced_at: datetime | None = None
    opened_at: datetime | None = None
    started_at: datetime | None = None
    partial_at: datetime | None = None
    completed_at: datetime | None = None
    cancelled_at: datetime | None = None
    expired_at: datetime | None = None
    expires_at: datetime
    edit_window_seconds: int


class Suppression(Identified, Stamped, Base, table=True):
    """An address, or a contact, who gets no surveys any more.

    address: lower case. reason: unsubscribed, bounced, complained, manual. until: null = for good.
    """

    __tablename__ = "suppression"
    __table_args__ = (
        CheckConstraint("reason IN ('unsubscribed', 'bounced', 'complained', 'manual')", name="reason"),
        CheckConstraint("(address IS NULL) <> (contact_id IS NULL)", name="whom"),
        Index("uq_suppression_address", "address", unique=True, postgresql_where=text("address IS NOT NULL")),
        Index("uq_suppression_contact_id", "contact_id", unique=True, postgresql_where=text("contact_id IS NOT NULL")),
    )

    address: str | None = Field(default=None, sa_type=Text)
    contact_id: UUID | None = None
    reason: str = Field(sa_type=Text)
    note: str | None = Field(default=None, sa_type=Text)
    until: datetime | None = None
