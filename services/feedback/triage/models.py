"""The table of what waits for a person."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, SmallInteger, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from services.feedback.base import Base
from shared.db.base import Identified, Versioned

State = Literal["open", "resolved", "withdrawn"]
Outcome = Literal["confirmed", "corrected", "dismissed"]
Withdrawal = Literal["response_edited", "response_deleted"]


class TriageCase(Identified, Versioned, Base, table=True):
    """An answer that a person must see, made with the answer.

    reasons: `contradictory`, and the kinds of words that it holds. closed: a list has what is open first. occasion:
    rises each time that it opens again. told_at: when the responsible people were told of this occasion, or that
    there were none. withdrawn: it needs nobody any more, since the answer was changed.
    """

    __tablename__ = "triage_case"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'resolved', 'withdrawn')", name="state"),
        CheckConstraint("closed = (state <> 'open')", name="closed"),
        CheckConstraint("outcome IN ('confirmed', 'corrected', 'dismissed')", name="outcome"),
        CheckConstraint("(state = 'resolved') = (outcome IS NOT NULL)", name="resolved"),
        CheckConstraint("withdrawn_for IN ('response_edited', 'response_deleted')", name="withdrawn_for"),
        CheckConstraint("(state = 'withdrawn') = (withdrawn_for IS NOT NULL)", name="withdrawn"),
        CheckConstraint("closed = (closed_at IS NOT NULL)", name="closed_at"),
        CheckConstraint("cardinality(reasons) > 0", name="reasons"),
        Index("ix_triage_case_closed_id", "closed", "id"),
        Index("ix_triage_case_state_id", "state", "closed", "id"),
        Index(
            "ix_triage_case_assignee_id",
            "assignee_id",
            "closed",
            "id",
            postgresql_where=text("assignee_id IS NOT NULL"),
        ),
        Index(
            "ix_triage_case_account_id", "account_id", "closed", "id", postgresql_where=text("account_id IS NOT NULL")
        ),
        Index("ix_triage_case_trace_id", "trace_id", "closed", "id"),
        Index("ix_triage_case_untold", "id", postgresql_where=text("told_at IS NULL AND NOT closed")),
    )

    response_id: UUID = Field(unique=True, foreign_key="response.id")
    account_id: UUID | None = None
    trace_id: UUID
    reasons: list[str] = Field(sa_type=ARRAY(Text))
    state: str = Field(default="open", sa_type=Text)
    closed: bool = False
    assignee_id: UUID | None = None
    occasion: int = Field(default=1, sa_type=SmallInteger)
    opened_at: datetime
    told_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: str | None = Field(default=None, sa_type=Text)
    note: str | None = Field(default=None, sa_type=Text)
    decided_by: str | None = Field(default=None, sa_type=Text)
    withdrawn_for: str | None = Field(default=None, sa_type=Text)

    def resolve(self, outcome: Outcome, note: str | None, by: str, at: datetime) -> None:
        """Somebody has seen it and said what it is."""
        self.state, self.closed, self.closed_at = "resolved", True, at
        self.outcome, self.note, self.decided_by = outcome, note, by
