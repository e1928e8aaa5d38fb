"""The table of notifications."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from shared.db.base import Identified, Platform

State = Literal["queued", "held", "sent", "failed", "cancelled"]
RecipientKind = Literal["staff", "contact", "address"]
LONGEST_ERROR = 500  # characters of a mail server's answer that are kept


class Notification(Identified, Platform, table=True):
    """One message to one recipient.

    values: what its template fills in. lease_until: database time; a worker has it in hand, or it rests
    after a failed attempt, until then. not_before: application time. caused_by: the cause that queued
    it, which the facts of its sending name too.
    """

    __tablename__ = "notification"
    __table_args__ = (
        CheckConstraint("state IN ('queued', 'held', 'sent', 'failed', 'cancelled')", name="state"),
        CheckConstraint("recipient_kind IN ('staff', 'contact', 'address')", name="recipient_kind"),
        CheckConstraint("channel IN ('email')", name="channel"),
        Index("ix_notification_queued", "id", postgresql_where=text("state = 'queued'")),
        Index("ix_notification_state_id", "state", "id"),
        Index("ix_notification_response_id", "response_id", postgresql_where=text("response_id IS NOT NULL")),
        Index("ix_notification_ticket_id", "ticket_id", postgresql_where=text("ticket_id IS NOT NULL")),
        Index("ix_notification_staff_id", "staff_id", postgresql_where=text("staff_id IS NOT NULL")),
    )

    template: str = Field(sa_type=Text)
    locale: str = Field(default="en", sa_type=Text)
    channel: str = Field(default="email", sa_type=Text)
    recipient_kind: str = Field(sa_type=Text)
    staff_id: UUID | None = None
    contact_id: UUID | None = None
    role: str | None = Field(default=None, sa_type=Text)
    address: str | None = Field(default=None, sa_type=Text)
    state: str = Field(default="queued", sa_type=Text)
    attempts: int = 0
    response_id: UUID | None = None
    ticket_id: UUID | None = None
    recovery_case_id: UUID | None = None
    account_id: UUID | None = None
    handoff_id: UUID | None = None
    project_id: UUID | None = None
    dedup_key: str = Field(unique=True, sa_type=Text)
    values: dict[str, Any] = Field(sa_type=JSONB)
    queued_at: datetime
    not_before: datetime | None = None
    lease_until: datetime | None = None
    sent_at: datetime | None = None
    failed_at: datetime | None = None
    error_code: str | None = Field(default=None, sa_type=Text)
    last_error: str | None = Field(default=None, sa_type=Text)
    evidence: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    trace_id: UUID
    caused_by: str = Field(sa_type=Text)
    traceparent: str | None = Field(default=None, sa_type=Text)
