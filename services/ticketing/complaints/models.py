"""The tables of complaints and of what is promised about them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.ticketing.base import Base
from services.ticketing.complaints import stages
from services.ticketing.complaints.errors import StageNotAllowed
from shared.db.base import Identified, Stamped, Versioned

OPEN = "stage <> 'closed'"
"""In a statement: which complaints have not ended, as their index says it."""


class ComplaintPolicy(Identified, Stamped, Versioned, Base, table=True):
    """What complainants of a brand are promised; that of no brand holds for all that have none of their own.

    A due's calendar None = 24x7. recourse: where to turn who refuses a decision, by locale.
    """

    __tablename__ = "complaint_policy"
    __table_args__ = (
        CheckConstraint("acknowledge_seconds > 0 AND decide_seconds > 0 AND repeat_days >= 0", name="dues"),
        UniqueConstraint("brand", name="uq_complaint_policy_brand", postgresql_nulls_not_distinct=True),
    )

    brand: str | None = Field(default=None, sa_type=Text)
    acknowledge_seconds: int
    acknowledge_calendar_id: UUID | None = None
    decide_seconds: int
    decide_calendar_id: UUID | None = None
    repeat_days: int
    default_locale: str = Field(sa_type=Text)
    recourse: dict[str, str] = Field(sa_type=JSONB)


class Complaint(Identified, Versioned, Base, table=True):
    """A customer's complaint, from its receipt until it is closed. A ticket has at most one.

    contact_id, account_id, contact_reason_id, brand: as the ticket has them. outcome, answer: of the decision that
    holds; decisions: all of them, the oldest first. decided_at: null again once it is taken up anew.
    repeat_of: the newest complaint of the same customer about the same, of repeat_count within the policy's days.
    """

    __tablename__ = "complaint"
    __table_args__ = (
        CheckConstraint(
            "stage IN ('received', 'acknowledged', 'assessed', 'investigating', 'responded', 'decided', 'closed')",
            name="stage",
        ),
        CheckConstraint("severity IN ('minor', 'major', 'critical')", name="severity"),
        CheckConstraint("outcome IN ('upheld', 'partly_upheld', 'not_upheld')", name="outcome"),
        CheckConstraint("answer IN ('accepted', 'refused')", name="answer"),
        CheckConstraint(
            "closed_as IN ('accepted', 'no_answer', 'recourse_exhausted', 'withdrawn', 'reclassified')",
            name="closed_as",
        ),
        CheckConstraint(
            "(stage = 'closed') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (closed_as IS NULL)", name="closed"
        ),
        CheckConstraint(
            "(decided_at IS NULL) = (outcome IS NULL) AND (stage <> 'decided' OR decided_at IS NOT NULL)",
            name="decided",
        ),
        Index("ix_complaint_stage_id", "stage", "id"),
        Index("ix_complaint_open", "id", postgresql_where=text(OPEN)),
        Index("ix_complaint_account_id_id", "account_id", "id", postgresql_where=text("account_id IS NOT NULL")),
        Index("ix_complaint_contact_id_id", "contact_id", "id", postgresql_where=text("contact_id IS NOT NULL")),
        Index("ix_complaint_repeat_of_id", "repeat_of", "id", postgresql_where=text("repeat_of IS NOT NULL")),
    )

    ticket_id: UUID = Field(foreign_key="ticket.id", unique=True)
    contact_id: UUID | None = None
    account_id: UUID | None = None
    contact_reason_id: UUID | None = None
    brand: str = Field(sa_type=Text)
    trace_id: UUID
    category: str | None = Field(default=None, sa_type=Text)
    severity: str | None = Field(default=None, sa_type=Text)
    stage: str = Field(default=stages.RECEIVED, sa_type=Text)
    opened_at: datetime
    acknowledgement_due_at: datetime
    acknowledged_at: datetime | None = None
    assessed_at: datetime | None = None
    investigating_at: datetime | None = None
    responded_at: datetime | None = None
    decision_due_at: datetime
    decided_at: datetime | None = None
    outcome: str | None = Field(default=None, sa_type=Text)
    answer: str | None = Field(default=None, sa_type=Text)
    decisions: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSONB)
    recourse: dict[str, str] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    repeat_of: UUID | None = None
    repeat_count: int = 0
    reopen_count: int = 0
    closed_at: datetime | None = None
    closed_as: str | None = Field(default=None, sa_type=Text)

    def move(self, to: str, at: datetime) -> str:
        """Enter a stage; answers the one it had. Raises StageNotAllowed, which names the allowed ones."""
        allowed = stages.MOVES[self.stage]
        if to not in allowed:
            raise StageNotAllowed(f"A complaint that is {self.stage} cannot become {to}.", allowed=allowed)
        previous, self.stage = self.stage, to
        if to in (stages.INVESTIGATING, stages.RESPONDED) and self.assessed_at is None:
            self.assessed_at = at  # assessed by going on with it
        if to != stages.CLOSED:
            setattr(self, f"{to}_at", at)
        return previous

    def close(self, closed_as: str, at: datetime) -> str:
        """Close it; answers the stage it had. Raises StageNotAllowed, which names the ends that are allowed."""
        ends = stages.ends(self.stage, self.answer)
        if closed_as not in ends:
            raise StageNotAllowed(f"A complaint that is {self.stage} cannot be closed as {closed_as}.", allowed=ends)
        previous = self.move(stages.CLOSED, at)
        self.closed_at, self.closed_as = at, closed_as
        return previous

    def take_up_again(self, decision_due_at: datetime) -> None:
        """What was decided holds no longer, though it stays in `decisions`; another decision is due."""
        self.decided_at = self.outcome = self.answer = self.recourse = None
        self.closed_at = self.closed_as = None
        self.decision_due_at = decision_due_at
        self.reopen_count += 1
