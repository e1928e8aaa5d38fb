"""The tables of webhooks: who wants which facts, how far the outbox was looked through, deliveries, attempts."""

from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, LargeBinary, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from shared.db.base import Identified, Platform, Stamped, Versioned

State = Literal["pending", "delivered", "exhausted"]
Disabled = Literal["asked", "gone"]
BreakerState = Literal["closed", "open", "half_open"]

TRIES_AFTER = (0, 300, 1_800, 7_200, 18_000, 36_000, 36_000)
"""Seconds from one attempt to the next: at once, then after 5 min, 30 min, 2 h, 5 h, 10 h and 10 h."""
WHOLE_TABLE_SECONDS = sum(TRIES_AFTER)

OPENS_AFTER = 5  # failures in a row
OPEN_SECONDS = 60


class Webhook(Identified, Stamped, Versioned, Platform, table=True):
    """One subscription: an address, and the types of the facts that it wants.

    salt: what its signing secret is made of, with SECRET_KEY; the secret itself is not here. previous_salt: of the
    secret that was rotated out, with which is signed as well until previous_expires_at.
    since_position: it wants what is published behind this position. disabled: why it is not enabled.
    """

    __tablename__ = "webhook"
    __table_args__ = (CheckConstraint("disabled IN ('asked', 'gone')", name="disabled"),)

    name: str = Field(sa_type=Text)
    url: str = Field(sa_type=Text)
    types: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    enabled: bool
    disabled: str | None = Field(default=None, sa_type=Text)
    disabled_at: datetime | None = None
    created_by: str = Field(sa_type=Text)
    salt: bytes = Field(sa_type=LargeBinary)
    previous_salt: bytes | None = Field(default=None, sa_type=LargeBinary)
    previous_expires_at: datetime | None = None
    rotated_at: datetime | None = None
    since_position: int = Field(sa_type=BigInteger)

    def enable(self, newest: int) -> None:
        """From now on: what was told while it was disabled was not for it. newest: the last published position."""
        self.enabled, self.disabled, self.disabled_at = True, None, None
        self.since_position = newest

    def disable(self, why: Disabled, at: datetime) -> None:
        """Queue and send no more."""
        self.enabled, self.disabled, self.disabled_at = False, why, at

    def rotate(self, salt: bytes, at: datetime, previous_until: datetime) -> None:
        """Take another secret; the one of now is valid beside it until previous_until."""
        self.previous_salt, self.previous_expires_at = self.salt, previous_until
        self.salt, self.rotated_at = salt, at

    def salts(self, at: datetime) -> list[bytes]:
        """Of the secrets that are valid, the newer first."""
        if self.previous_salt is None or self.previous_expires_at is None or self.previous_expires_at <= at:
            return [self.salt]
        return [self.salt, self.previous_salt]


class WebhookBreaker(Platform, table=True):
    """Whether a webhook's endpoint is called at all just now; apart from the webhook, whose version it leaves alone.

    failures: attempts that failed since the last one that did not. open_until: application time.
    """

    __tablename__ = "webhook_breaker"

    webhook_id: UUID = Field(sa_column=Column(ForeignKey("webhook.id", ondelete="CASCADE"), primary_key=True))
    failures: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    open_until: datetime | None = None

    def state(self, at: datetime) -> BreakerState:
        """Half open is the time for one attempt that decides."""
        if self.open_until is None:
            return "closed"
        return "open" if self.open_until > at else "half_open"

    def count_failure(self, at: datetime) -> None:
        """After so many in a row nothing is sent for a while, nor after one that was to decide."""
        self.failures += 1
        if self.failures >= OPENS_AFTER:
            self.open(at)

    def open(self, at: datetime) -> None:
        """Let nothing be sent for a while."""
        self.open_until = at + timedelta(seconds=OPEN_SECONDS)

    def close(self) -> None:
        """The endpoint answers."""
        self.failures, self.open_until = 0, None


class WebhookPosition(Platform, table=True):
    """How far the outbox was looked through for webhooks: one row, or none yet."""

    __tablename__ = "webhook_position"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    position: int = Field(sa_type=BigInteger)


class WebhookDelivery(Identified, Platform, table=True):
    """One fact for one webhook. It outlives the webhook, as evidence; what is sent is the outbox row.

    told_at: when the fact was stored. attempts: all that were begun. tries: those of this round, which a replay
    begins anew. due_at: application time. lease_until: database time; a worker has it in hand until then.
    """

    __tablename__ = "webhook_delivery"
    __table_args__ = (
        CheckConstraint("state IN ('pending', 'delivered', 'exhausted')", name="state"),
        UniqueConstraint("event_id", "webhook_id"),
        Index("ix_webhook_delivery_due", "webhook_id", "due_at", postgresql_where=text("state = 'pending'")),
        Index("ix_webhook_delivery_told_at_id", "told_at", "id"),
        Index("ix_webhook_delivery_webhook_id_told_at_id", "webhook_id", "told_at", "id"),
        Index("ix_webhook_delivery_state_told_at_id", "state", "told_at", "id"),
    )

    webhook_id: UUID
    event_id: UUID
    type: str = Field(sa_type=Text)
    subject: str = Field(sa_type=Text)
    told_at: datetime
    state: str = Field(default="pending", sa_type=Text, sa_column_kwargs={"server_default": "pending"})
    attempts: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    tries: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    due_at: datetime
    lease_until: datetime | None = None
    delivered_at: datetime | None = None
    last_outcome: str | None = Field(default=None, sa_type=Text)

    def deliver(self, at: datetime) -> None:
        """The receiver took it."""
        self.state, self.delivered_at, self.lease_until, self.last_outcome = "delivered", at, None, "delivered"

    def fail(self, outcome: str, at: datetime) -> None:
        """Wait for the next attempt of the table; after its last one, it is exhausted."""
        self.lease_until, self.last_outcome = None, outcome
        if self.tries < len(TRIES_AFTER):
            self.due_at = at + timedelta(seconds=TRIES_AFTER[self.tries])
        else:
            self.state = "exhausted"

    def give_up(self, outcome: str) -> None:
        """No further attempt makes sense."""
        self.state, self.lease_until, self.last_outcome = "exhausted", None, outcome

    def replay(self, at: datetime) -> None:
        """Begin the table anew, at once. An attempt that is under way goes on."""
        self.state, self.tries, self.due_at = "pending", 0, at


class WebhookAttempt(Platform, table=True):
    """One attempt that was made, and what came of it.

    outcome: `delivered`, or why not. status: of the answer, if there was one; its body is not read.
    """

    __tablename__ = "webhook_attempt"

    delivery_id: UUID = Field(sa_column=Column(ForeignKey("webhook_delivery.id", ondelete="CASCADE"), primary_key=True))
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime
    outcome: str = Field(sa_type=Text)
    status: int | None = None
    milliseconds: int
