"""The table of notifications."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from shared.db.base import Identified, Platform

State = Literal["queued", "held", "sent", "failed", "cancelled"]
RecipientKind = Literal["staff", "contact", "address"]
HeldFor = Literal["quiet_hours", "digest"]
LONGEST_ERROR = 500  # characters of a mail server's answer that are kept
MOST_TRIES_KEPT = 50  # attempts of which the outcome is kept


class Notification(Identified, Platform, table=True):
    """One message to one recipient.

    values: what its template fills in. lease_until: database time; a worker has it in hand, or it rests
    after a failed attempt, until then. not_before: application time. held_for: what it waits for until then.
    digest_id: the notification that lists it. tries: {at, outcome, detail} of each attempt, oldest first.
    caused_by: the cause that queued it, which the facts of its sending name too.
    """

    __tablename__ = "notification"
    __table_args__ = (
        CheckConstraint("state IN ('queued', 'held', 'sent', 'failed', 'cancelled')", name="state"),
        CheckConstraint("recipient_kind IN ('staff', 'contact', 'address')", name="recipient_kind"),
        CheckConstraint("channel IN ('email', 'webhook', 'apprise')", name="channel"),
        CheckConstraint("held_for IN ('quiet_hours', 'digest')", name="held_for"),
        CheckConstraint("(state = 'held') = (held_for IS NOT NULL)", name="held_for_something"),
        Index("ix_notification_queued", "id", postgresql_where=text("state = 'queued'")),
        Index("ix_notification_held", "not_before", "staff_id", postgresql_where=text("state = 'held'")),
        Index("ix_notification_digest_id", "digest_id", postgresql_where=text("digest_id IS NOT NULL")),
        Index("ix_notification_state_id", "state", "id"),
        Index("ix_notification_response_id", "response_id", postgresql_where=text("response_id IS NOT NULL")),
        Index("ix_notification_ticket_id", "ticket_id", postgresql_where=text("ticket_id IS NOT NULL")),
        Index("ix_notification_staff_id", "staff_id", postgresql_where=text("staff_id IS NOT NULL")),
        Index("ix_notification_contact_id", "contact_id", postgresql_where=text("contact_id IS NOT NULL")),
        Index("ix_notification_address", text("lower(address)"), postgresql_where=text("recipient_kind <> 'staff'")),
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
    held_for: str | None = Field(default=None, sa_type=Text)
    digest_id: UUID | None = None
    lease_until: datetime | None = None
    sent_at: datetime | None = None
    failed_at: datetime | None = None
    error_code: str | None = Field(default=None, sa_type=Text)
    last_error: str | None = Field(default=None, sa_type=Text)
    evidence: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    tries: list[dict[str, Any]] = Field(default=[], sa_type=JSONB, sa_column_kwargs={"server_default": "[]"})
    trace_id: UUID
    caused_by: str = Field(sa_type=Text)
    traceparent: str | None = Field(default=None, sa_type=Text)

    def hold(self, why: HeldFor, until: datetime) -> None:
        """Wait."""
        self.state, self.held_for, self.not_before = "held", why, until
        self.hand_back()

    def hand_back(self) -> None:
        """Give up the lease; it was no attempt."""
        self.lease_until, self.attempts = None, self.attempts - 1

    def queue_again(self) -> None:
        """Be sent as soon as possible, as if nothing had been tried yet."""
        self.state, self.held_for, self.digest_id, self.not_before, self.attempts = "queued", None, None, None, 0
        self.lease_until = self.failed_at = self.error_code = None

    def add_try(self, at: datetime, outcome: str, detail: str | None = None) -> None:
        """Remember what came of an attempt. outcome: `sent`, or a code."""
        tried = {"at": at.isoformat(), "outcome": outcome, "detail": detail}
        self.tries = [*self.tries, tried][-MOST_TRIES_KEPT:]


class NotificationRecipient(Platform, table=True):
    """How a member of staff wants to be told, as staff.updated says: whatever is sent asks it when it is sent.

    preferences: as `preferences.parse` reads them.
    """

    __tablename__ = "notification_recipient"

    staff_id: UUID = Field(primary_key=True)
    active: bool
    address: str = Field(sa_type=Text)
    locale: str | None = Field(default=None, sa_type=Text)
    timezone: str | None = Field(default=None, sa_type=Text)
    preferences: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    sequence: int = Field(sa_type=BigInteger)
