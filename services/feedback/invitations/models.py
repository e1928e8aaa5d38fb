"""The tables of invitations and suppressions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.feedback.base import Base
from services.feedback.invitations import course
from services.feedback.invitations.errors import InvitationMoved
from shared.db.base import Identified, Stamped, Versioned

STATES: tuple[str, ...] = get_args(course.InvitationState)
OPEN = ("planned", "queued", "sent", "delivered", "opened", "started", "partial")
"""An invitation in one of these may still be answered, or sent."""
MOST_MAILS_KEPT = 20  # mails, and news of them
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
    lease_until: database time; a worker has its mail in hand, or it rests after a failed attempt, until then.
    attempts: of the mail at hand. mails: {number, message_id, at, reply} of each that went out, and {number, at, code,
    detail} of what became of it. `opened` is kept for systems that can know it: a page that is loaded records nothing.
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
        Index("ix_invitation_wave_id_id", "wave_id", "id", postgresql_where=text("wave_id IS NOT NULL")),
        Index("ix_invitation_ticket_id", "ticket_id", postgresql_where=text("ticket_id IS NOT NULL")),
        Index("ix_invitation_state_id", "state", "id"),
        Index("ix_invitation_trace_id", "trace_id"),
        Index(
            "ix_invitation_reached_at",
            text("least(sent_at, delivered_at, opened_at, started_at, partial_at, completed_at)"),
            postgresql_where=text(
                "least(sent_at, delivered_at, opened_at, started_at, partial_at, completed_at) IS NOT NULL"
            ),
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
    lease_until: datetime | None = None
    attempts: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    mails: list[dict[str, Any]] = Field(default=[], sa_type=JSONB, sa_column_kwargs={"server_default": "[]"})

    def may_become(self, state: str) -> bool:
        """Does its state lead there?"""
        return state in course.NEXT_STATES[self.state]

    @property
    def is_asked(self) -> bool:
        """It is out, and nothing was answered yet."""
        return self.state in course.ASKED

    def send(self, at: datetime, reminders: Sequence[int]) -> None:
        """It is out. Raises InvitationMoved."""
        self._become("sent", at)
        self.sent_at = at
        self._look(course.next_look(at, self.reminded, reminders, self.expires_at))

    def remind(self, at: datetime, reminders: Sequence[int]) -> None:
        """A reminder is out; several whose times had passed were one. Raises InvitationMoved."""
        if not self.is_asked or self.sent_at is None:
            raise InvitationMoved(f"It is {self.state}.")
        counted = course.overdue(self.sent_at, self.reminded, reminders, at)
        self.reminded = min(counted, course.MOST_REMINDERS)
        self._look(course.next_look(self.sent_at, self.reminded, reminders, self.expires_at))
        self.updated_at = at

    def remind_no_more(self, at: datetime) -> None:
        """Leave it to be answered until it expires."""
        if self.next_at is not None:
            self._look(self.expires_at)
            self.updated_at = at

    def wait_until(self, then: datetime) -> None:
        """Be looked at again then, or when it expires."""
        self._look(min(then, self.expires_at))

    def deliver(self, at: datetime) -> None:
        """The receiving server has it in the mailbox. Raises InvitationMoved."""
        self._become("delivered", at)
        self.delivered_at = at

    def bounce(self, at: datetime, code: str) -> None:
        """Its mail came back, or was refused at the door. Raises InvitationMoved."""
        self._become("bounced", at)
        self.bounced_at, self.reason = at, code
        self._end()

    def save_part(self, at: datetime, answer_id: UUID | None) -> None:
        """A first part was answered, which soon counts as it is: it is neither reminded of nor expires.

        Raises InvitationMoved.
        """
        self._become("partial", at)
        self._was_seen(at)
        self.partial_at, self.answer_id = at, answer_id
        self._end()

    def complete(self, at: datetime, answer_id: UUID | None) -> None:
        """It is answered. answer_id: None where the answer may not be traced to who was asked.

        Raises InvitationMoved.
        """
        self._become("completed", at)
        self._was_seen(at)
        self.completed_at, self.answer_id = at, answer_id
        self._end()

    def cancel(self, at: datetime, reason: str) -> None:
        """Take it back before it was answered. Raises InvitationMoved."""
        self._become("cancelled", at)
        self.cancelled_at, self.reason = at, reason
        self._end()

    def expire(self, at: datetime) -> None:
        """Its time is over, since it was over, however late that is seen. Raises InvitationMoved."""
        self._become("expired", at)
        self.expired_at = self.expires_at
        self._end()

    def note_mail(self, **what: Any) -> None:
        """Remember a mail that went out, or what became of one."""
        self.mails = [*self.mails, what][-MOST_MAILS_KEPT:]

    def _become(self, state: str, at: datetime) -> None:
        if not self.may_become(state):
            allowed = sorted(course.NEXT_STATES[self.state])
            raise InvitationMoved(f"It is {self.state} and cannot become {state}.", allowed=allowed)
        self.state, self.updated_at = state, at

    def _was_seen(self, at: datetime) -> None:
        """Who answers has it, whatever was heard of its mail; one that was told by telephone was never sent."""
        if self.sent_at is not None:
            self.delivered_at = self.delivered_at or at
            self.started_at = self.started_at or at

    def _look(self, then: datetime) -> None:
        self.next_at, self.lease_until, self.attempts = then, None, 0

    def _end(self) -> None:
        self.next_at, self.lease_until, self.attempts = None, None, 0


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
        Index("ix_suppression_reason_id", "reason", "id"),
    )

    address: str | None = Field(default=None, sa_type=Text)
    contact_id: UUID | None = None
    reason: str = Field(sa_type=Text)
    note: str | None = Field(default=None, sa_type=Text)
    until: datetime | None = None
