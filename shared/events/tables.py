"""The tables of eventing: what is to be told, what was heard, how far, and what could not be applied."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity, Index, LargeBinary, Text, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from shared.db.base import Identified, Platform

LARGEST_PAYLOAD = 900_000  # bytes; a Kafka message may have 1 MiB with its headers


class OutboxRow(Platform, table=True):
    """One fact that this service tells. `id` follows the order of writing, not of commit: readers use `position`."""

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint(f"octet_length(payload) <= {LARGEST_PAYLOAD}", name="payload_size"),
        Index(
            "ix_outbox_unpublished",
            "id",
            postgresql_where=text("published_at IS NULL AND parked_at IS NULL"),
        ),
        Index("ix_outbox_parked", "key", postgresql_where=text("parked_at IS NOT NULL")),
        Index("ix_outbox_created_at", "created_at"),
        {
            "postgresql_with": {
                "autovacuum_vacuum_scale_factor": "0",
                "autovacuum_vacuum_threshold": "5000",
            }
        },
    )

    id: int = Field(sa_column=Column(BigInteger, Identity(), primary_key=True))
    event_id: UUID = Field(unique=True)
    topic: str = Field(sa_type=Text)
    key: str = Field(sa_type=Text)
    type: str = Field(sa_type=Text)
    subject: str = Field(sa_type=Text)
    headers: dict[str, Any] = Field(sa_type=JSONB)
    payload: bytes = Field(sa_type=LargeBinary)
    created_at: datetime = Field(sa_column_kwargs={"server_default": func.clock_timestamp()})
    published_at: datetime | None = None
    position: int | None = Field(default=None, sa_type=BigInteger, unique=True)
    log_id: str | None = Field(default=None, sa_type=Text)
    partition: int | None = None
    offset: int | None = Field(default=None, sa_type=BigInteger)
    attempts: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    last_error: str | None = Field(default=None, sa_type=Text)
    parked_at: datetime | None = None


class RelayState(Platform, table=True):
    """What the relay last saw of the broker: one row.

    `next_position` numbers the published facts without gaps; `ends` is the next offset of each partition of
    this log as far as it was marked, `batches` the offset at which its last batch begins.
    """

    __tablename__ = "relay_state"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    log_id: str | None = Field(default=None, sa_type=Text)
    next_position: int = Field(default=1, sa_type=BigInteger, sa_column_kwargs={"server_default": text("1")})
    ends: dict[str, int] = Field(default_factory=dict, sa_type=JSONB, sa_column_kwargs={"server_default": text("'{}'")})
    batches: dict[str, int] = Field(
        default_factory=dict, sa_type=JSONB, sa_column_kwargs={"server_default": text("'{}'")}
    )
    changed_at: datetime | None = None


class OutboxRemoved(Platform, table=True):
    """How far retention has removed facts: none is missing whose position is higher. One row, or none yet.

    Kept apart from `relay_state`, whose row the relay locks with every set that it marks. Published heartbeats,
    which are removed within minutes, do not count.
    """

    __tablename__ = "outbox_removed"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    position: int = Field(sa_type=BigInteger)


class InboxRow(Platform, table=True):
    """A fact that this service has applied (or put away as a dead letter): it is never applied again."""

    __tablename__ = "inbox"
    __table_args__ = (Index("ix_inbox_received_at", "received_at", postgresql_using="brin"),)

    event_id: UUID = Field(primary_key=True)
    received_at: datetime = Field(sa_column_kwargs={"server_default": func.now()})


class ConsumerPosition(Platform, table=True):
    """The next offset to read of each partition, kept with the effects; it holds within one log (`log_id`)."""

    __tablename__ = "consumer_position"

    topic: str = Field(primary_key=True, sa_type=Text)
    partition: int = Field(primary_key=True)
    log_id: str = Field(sa_type=Text)
    offset: int = Field(sa_type=BigInteger)
    moved_at: datetime = Field(sa_column_kwargs={"server_default": func.now()})


class DeadLetter(Identified, Platform, table=True):
    """A fact that could not be applied, with its bytes, until someone replays or discards it."""

    __tablename__ = "dead_letter"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'replayed', 'discarded')", name="state"),
        Index("ix_dead_letter_state_id", "state", "id"),
    )

    topic: str = Field(sa_type=Text)
    partition: int
    offset: int = Field(sa_type=BigInteger)
    event_id: UUID | None = Field(default=None, index=True)
    type: str | None = Field(default=None, sa_type=Text)
    subject: str | None = Field(default=None, sa_type=Text)
    key: bytes | None = Field(default=None, sa_type=LargeBinary)
    headers: list[list[str]] = Field(sa_type=JSONB)
    payload: bytes | None = Field(default=None, sa_type=LargeBinary)
    handler: str | None = Field(default=None, sa_type=Text)
    attempts: int = 1
    error: str = Field(sa_type=Text)
    state: str = Field(default="open", sa_type=Text)
    received_at: datetime
    decided_at: datetime | None = None
    decided_by: str | None = Field(default=None, sa_type=Text)
    reason: str | None = Field(default=None, sa_type=Text)
