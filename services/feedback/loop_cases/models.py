"""The table of loop cases."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, text
from sqlmodel import Field

from services.feedback.base import Base
from shared.db.base import Identified, Versioned

State = Literal["open", "closed"]
Stage = Literal["triggered", "assigned", "planned", "contacted"]
Result = Literal["resolved", "not_recovered", "unreachable", "no_action"]


class LoopCase(Identified, Versioned, Base, table=True):
    """The promise that came with a negative answer: someone takes it up, the customer hears, it ends.

    Its times come from ticketing's facts, each is set once, in whatever order they come.
    owner_sequence: of the ticket's fact that named the owner, since an older one may be replayed later.
    """

    __tablename__ = "loop_case"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'closed')", name="state"),
        CheckConstraint("result IN ('resolved', 'not_recovered', 'unreachable', 'no_action')", name="result"),
        CheckConstraint(
            "(state = 'closed') = (closed_at IS NOT NULL) AND (state = 'closed') = (result IS NOT NULL)",
            name="closed",
        ),
        CheckConstraint("(result IS NOT DISTINCT FROM 'no_action') = (reason IS NOT NULL)", name="reason"),
        Index("ix_loop_case_state_id", "state", "id"),
        Index("ix_loop_case_account_id", "account_id", postgresql_where=text("account_id IS NOT NULL")),
    )

    response_id: UUID = Field(unique=True, foreign_key="response.id")
    ticket_id: UUID | None = None
    recovery_case_id: UUID | None = None
    account_id: UUID | None = None
    contact_id: UUID | None = None
    trace_id: UUID
    state: str = Field(default="open", sa_type=Text)
    owner_id: UUID | None = None
    owner_sequence: int | None = Field(default=None, sa_type=BigInteger)
    opened_at: datetime
    assigned_at: datetime | None = None
    planned_at: datetime | None = None
    contacted_at: datetime | None = None
    closed_at: datetime | None = None
    result: str | None = Field(default=None, sa_type=Text)
    reason: str | None = Field(default=None, sa_type=Text)
    verified_at: datetime | None = None

    @property
    def stage(self) -> Stage:
        """The furthest step that was reached."""
        if self.contacted_at is not None:
            return "contacted"
        if self.planned_at is not None:
            return "planned"
        return "triggered" if self.assigned_at is None else "assigned"

    @property
    def ended_without_action(self) -> bool:
        """The answer is gone: whatever is still done for it moves the case no more."""
        return self.result == "no_action"

    def name(self, ticket_id: UUID | None, recovery_case_id: UUID | None) -> None:
        """Take over the ids of what ticketing does about it."""
        self.ticket_id = self.ticket_id or ticket_id
        self.recovery_case_id = self.recovery_case_id or recovery_case_id

    def own(self, owner_id: UUID | None, sequence: int) -> None:
        """Follow the ticket's owner; an older fact than the one that is held says nothing."""
        if self.owner_sequence is None or self.owner_sequence < sequence:
            self.owner_id = owner_id
            self.owner_sequence = sequence

    def assign(self, at: datetime) -> bool:
        """Somebody owns it; False if that was known."""
        if self.assigned_at is not None:
            return False
        self.assigned_at = at
        return True

    def contact(self, at: datetime) -> bool:
        """The customer was reached; False if that was known."""
        if self.contacted_at is not None:
            return False
        self.contacted_at = at
        return True

    def close(self, result: Result, at: datetime, reason: str | None = None) -> bool:
        """It ended; False if it had ended before."""
        if self.state == "closed":
            return False
        self.state, self.result, self.closed_at, self.reason = "closed", result, at, reason
        return True
