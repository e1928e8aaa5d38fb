"""The tables of tickets and messages."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Identity,
    Index,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from services.ticketing.base import Base
from services.ticketing.routing.carried import CARRIED, WAITING
from services.ticketing.tickets import states
from services.ticketing.tickets.errors import ResolutionNeeded, TransitionNotAllowed, merged
from shared.db.base import Identified, Stamped, Versioned

FIRST_NUMBER = 1001
SUBJECT_WORDS = "to_tsvector('simple'::regconfig, subject)"
BODY_WORDS = "to_tsvector('simple'::regconfig, body)"


class Ticket(Identified, Stamped, Versioned, Base, table=True):
    """One request of a customer, or one thing to do for them.

    source_*: what it was made from; one source makes one ticket. source_digest: of the request that made
    it, to tell a repeated one from another. assigned_by: the reason of the last assignment, as
    ticket.assigned gives it. silent: imported history: no clock ever runs on it. customer_channel: by which the
    customer wrote last, where that is another one than the ticket's.
    """

    __tablename__ = "ticket"
    __table_args__ = (
        CheckConstraint("type IN ('question', 'incident', 'complaint', 'escalation', 'task', 'repair')", name="type"),
        CheckConstraint("status IN ('new', 'open', 'pending', 'on_hold', 'solved', 'closed')", name="status"),
        CheckConstraint("priority IN ('low', 'normal', 'high', 'urgent')", name="priority"),
        CheckConstraint(
            "channel IN ('email', 'chat', 'phone', 'social', 'in_person', 'web', 'api', 'survey')",
            name="channel",
        ),
        CheckConstraint(
            "resolution_code IN ('fixed', 'answered', 'workaround', 'declined', 'duplicate', 'spam', 'no_response')",
            name="resolution_code",
        ),
        CheckConstraint("solved_by IN ('agent', 'bot', 'system')", name="solved_by"),
        CheckConstraint(
            "(status IN ('solved', 'closed')) = (solved_at IS NOT NULL)"
            " AND (solved_at IS NULL) = (resolution_code IS NULL)"
            " AND (solved_at IS NULL) = (solved_by IS NULL)",
            name="solved",
        ),
        CheckConstraint("(status = 'closed') = (closed_at IS NOT NULL)", name="closed"),
        CheckConstraint("num_nonnulls(source_service, source_kind, source_id) IN (0, 3)", name="source"),
        UniqueConstraint("source_service", "source_kind", "source_id", name="uq_ticket_source"),
        Index("ix_ticket_source_id", "source_id", postgresql_where=text("source_id IS NOT NULL")),
        Index("ix_ticket_status_id", "status", "id"),
        Index("ix_ticket_priority_id", "priority", "id"),
        Index("ix_ticket_type_id", "type", "id"),
        Index("ix_ticket_group_id_id", "group_id", "id"),
        Index("ix_ticket_assignee_id_id", "assignee_id", "id"),
        Index("ix_ticket_load", "assignee_id", postgresql_where=text(CARRIED)),
        Index("ix_ticket_waiting", "group_id", "priority", "id", postgresql_where=text(WAITING)),
        Index("ix_ticket_account_id_id", "account_id", "id"),
        Index("ix_ticket_contact_id", "contact_id", postgresql_where=text("contact_id IS NOT NULL")),
        Index("ix_ticket_merged_into_id", "merged_into_id", postgresql_where=text("merged_into_id IS NOT NULL")),
        Index("ix_ticket_updated_at", "updated_at"),
        Index("ix_ticket_created_at_id", "created_at", "id", postgresql_where=text("NOT silent")),
        Index("ix_ticket_solved_at", "solved_at", postgresql_where=text("status = 'solved'")),
        Index(
            "ix_ticket_requester_email",
            func.lower(text("requester_email")),
            postgresql_where=text("requester_email IS NOT NULL"),
        ),
        Index("ix_ticket_tags", "tags", postgresql_using="gin"),
        Index("ix_ticket_created_at", "created_at"),
        Index("ix_ticket_subject_words", text(SUBJECT_WORDS), postgresql_using="gin"),
    )

    number: int = Field(
        default=None, sa_column=Column(BigInteger, Identity(start=FIRST_NUMBER), unique=True, nullable=False)
    )
    type: str = Field(sa_type=Text)
    subject: str = Field(sa_type=Text)
    status: str = Field(default="new", sa_type=Text)
    priority: str = Field(default="normal", sa_type=Text)
    channel: str = Field(default="api", sa_type=Text)
    contact_id: UUID | None = None
    requester_name: str | None = Field(default=None, sa_type=Text)
    requester_email: str | None = Field(default=None, sa_type=Text)
    requester_phone: str | None = Field(default=None, sa_type=Text)
    account_id: UUID | None = None
    brand: str = Field(default="default", sa_type=Text)
    group_id: UUID | None = Field(default=None, foreign_key="agent_group.id")
    assignee_id: UUID | None = None
    assigned_by: str | None = Field(default=None, sa_type=Text)
    contact_reason_id: UUID | None = None
    problem_id: UUID | None = None
    parent_id: UUID | None = Field(default=None, foreign_key="ticket.id", index=True)
    merged_into_id: UUID | None = Field(default=None, foreign_key="ticket.id")
    tags: list[str] = Field(default_factory=list, sa_type=ARRAY(Text))
    custom: dict[str, Any] = Field(default_factory=dict, sa_type=JSONB)
    source_service: str | None = Field(default=None, sa_type=Text)
    source_kind: str | None = Field(default=None, sa_type=Text)
    source_id: str | None = Field(default=None, sa_type=Text)
    source_digest: str | None = Field(default=None, sa_type=Text)
    trace_id: UUID
    resolution_code: str | None = Field(default=None, sa_type=Text)
    solved_by: str | None = Field(default=None, sa_type=Text)
    reopen_count: int = 0
    public_reply_count: int = 0
    first_assigned_at: datetime | None = None
    first_replied_at: datetime | None = None
    solved_at: datetime | None = None
    closed_at: datetime | None = None
    customer_channel: str | None = Field(default=None, sa_type=Text)
    silent: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})

    @property
    def response_id(self) -> UUID | None:
        """The answer that this ticket was made for."""
        return response_of(self.source_service, self.source_kind, self.source_id)

    def reopenable(self, window: timedelta, at: datetime) -> bool:
        """May it be reopened? Only within the window after it was solved."""
        return states.reopenable(self.solved_at, window, at)

    def move(
        self,
        to: str,
        *,
        at: datetime,
        window: timedelta,
        closable: bool = False,
        resolution_code: str | None = None,
        solved_by: str = "agent",
    ) -> str:
        """Move to another status; answers the one it had. Raises TransitionNotAllowed, ResolutionNeeded."""
        moves = states.allowed(
            self.status,
            merged=self.merged_into_id is not None,
            reopenable=self.reopenable(window, at),
            closable=closable,
        )
        if self.merged_into_id is not None:
            raise merged(self.merged_into_id)
        if to not in moves:
            raise TransitionNotAllowed(f"A ticket that is {self.status} cannot become {to}.", allowed=moves)
        if to == "solved" and resolution_code is None:
            raise ResolutionNeeded
        previous, self.status = self.status, to
        if to == "solved":
            self.solved_at, self.solved_by, self.resolution_code = at, solved_by, resolution_code
        elif to == "closed":
            self.closed_at = at
        elif previous == "solved":
            self.reopen_count += 1
            self.solved_at = self.solved_by = self.resolution_code = None
        return previous

    def give_to(self, assignee_id: UUID | None, group_id: UUID | None, *, by: str, at: datetime) -> None:
        """Make this member of staff and this group its owners. by: the reason, as ticket.assigned gives it."""
        self.assignee_id, self.group_id, self.assigned_by = assignee_id, group_id, by
        if assignee_id is not None and self.first_assigned_at is None:
            self.first_assigned_at = at


def response_of(service: str | None, kind: str | None, source_id: str | None) -> UUID | None:
    """The answer that is a ticket's source."""
    if (service, kind) != ("feedback", "response"):
        return None
    try:
        return UUID(source_id)
    except ValueError:  # an API caller may name any source
        return None


class Message(Identified, Base, table=True):
    """One thing that somebody wrote on a ticket.

    source_id: its name in the channel it came by; one name is one message. source_digest: of the request
    that brought it, the addressed ticket included. addressed_to_id: the merged ticket that its author wrote
    on, where it landed on another one; it goes back there with the unmerge. author_address: from where a
    customer wrote, folded as channels.threading does. occurred_at: when they wrote, as their channel says. attachments:
    what it says of its files. delivery_*: how far a reply is on its way out; null where nothing is sent.
    """

    __tablename__ = "message"
    __table_args__ = (
        CheckConstraint("visibility IN ('public', 'internal')", name="visibility"),
        CheckConstraint("author_kind IN ('customer', 'agent', 'bot', 'system')", name="author_kind"),
        CheckConstraint(
            "channel IN ('email', 'chat', 'phone', 'social', 'in_person', 'web', 'api', 'survey')",
            name="channel",
        ),
        UniqueConstraint("channel", "source_id", name="uq_message_channel_source_id"),
        CheckConstraint("delivery_state IN ('queued', 'sent', 'failed', 'not_applicable')", name="delivery_state"),
        Index("ix_message_ticket_id_id", "ticket_id", "id"),
        Index("ix_message_addressed_to_id", "addressed_to_id", postgresql_where=text("addressed_to_id IS NOT NULL")),
        Index("ix_message_author_address", "author_address", postgresql_where=text("author_address IS NOT NULL")),
        Index("ix_message_queued", "id", postgresql_where=text("delivery_state = 'queued'")),
        Index("ix_message_body_words", text(BODY_WORDS), postgresql_using="gin"),
    )

    ticket_id: UUID = Field(foreign_key="ticket.id")
    addressed_to_id: UUID | None = None
    visibility: str = Field(sa_type=Text)
    author_kind: str = Field(sa_type=Text)
    author_id: UUID | None = None
    author_name: str | None = Field(default=None, sa_type=Text)
    channel: str = Field(sa_type=Text)
    body: str = Field(sa_type=Text)
    source_id: str | None = Field(default=None, sa_type=Text)
    source_digest: str | None = Field(default=None, sa_type=Text)
    created_at: datetime
    author_address: str | None = Field(default=None, sa_type=Text)
    occurred_at: datetime | None = None
    attachments: list[dict[str, Any]] = Field(
        default_factory=list, sa_type=JSONB, sa_column_kwargs={"server_default": text("'[]'::jsonb")}
    )
    delivery_channel: str | None = Field(default=None, sa_type=Text)
    delivery_state: str | None = Field(default=None, sa_type=Text)
    delivery_attempts: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    delivery_error: str | None = Field(default=None, sa_type=Text)
    delivery_lease_until: datetime | None = None
    delivered_at: datetime | None = None
