"""The tables of recovery."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.ticketing.base import Base
from services.ticketing.recovery import states
from services.ticketing.recovery.errors import CaseTransitionNotAllowed
from shared.db.base import Identified, Versioned


class RecoveryCase(Identified, Versioned, Base, table=True):
    """What is done to win one customer back. One answer has at most one case.

    home_ticket_id: the ticket that it was opened on, while that one is merged into `ticket_id`.
    plan_calendar_id: in whose business hours the dues of a plan's steps are reckoned; None = 24x7.
    attempts: to reach the customer. compensations, pending_compensations: how many there are, and how many of
    them wait for approval.
    """

    __tablename__ = "recovery_case"
    __table_args__ = (
        CheckConstraint(
            "state IN ('opened', 'acknowledged', 'planned', 'in_progress', 'completed', 'failed')", name="state"
        ),
        CheckConstraint("severity IN ('minor', 'major', 'critical')", name="severity"),
        CheckConstraint("outcome IN ('recovered', 'partly', 'lost', 'unreachable')", name="outcome"),
        CheckConstraint(
            "(state IN ('completed', 'failed')) = (completed_at IS NOT NULL)"
            " AND (completed_at IS NULL) = (outcome IS NULL)",
            name="completed",
        ),
        Index("ix_recovery_case_ticket_id", "ticket_id"),
        Index("ix_recovery_case_home_ticket_id", "home_ticket_id", postgresql_where=text("home_ticket_id IS NOT NULL")),
        Index("ix_recovery_case_state_id", "state", "id"),
        Index("ix_recovery_case_owner_id_id", "owner_id", "id", postgresql_where=text("owner_id IS NOT NULL")),
        Index("ix_recovery_case_waiting", "account_id", postgresql_where=text("state = 'opened'")),
    )

    ticket_id: UUID
    home_ticket_id: UUID | None = None
    response_id: UUID | None = Field(default=None, unique=True)
    account_id: UUID | None = None
    contact_id: UUID | None = None
    trace_id: UUID
    state: str = Field(default=states.OPENED, sa_type=Text)
    severity: str = Field(sa_type=Text)
    failure_type: str | None = Field(default=None, sa_type=Text)
    owner_id: UUID | None = None
    opened_at: datetime
    acknowledged_at: datetime | None = None
    plan: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    plan_due_at: datetime
    plan_calendar_id: UUID | None = None
    planned_at: datetime | None = None
    contact_due_at: datetime
    contacted_at: datetime | None = None
    attempts: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    compensations: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    pending_compensations: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    outcome: str | None = Field(default=None, sa_type=Text)
    completed_at: datetime | None = None

    @property
    def finished(self) -> bool:
        """Whether it has ended, well or badly."""
        return self.state not in states.UNFINISHED

    def move(self, to: str) -> None:
        """Enter a state. Raises CaseTransitionNotAllowed, which names the states that are allowed."""
        allowed = states.ALLOWED[self.state]
        if to not in allowed:
            raise CaseTransitionNotAllowed(f"A case that is {self.state} cannot become {to}.", allowed=allowed)
        self.state = to


class RecoveryContact(Identified, Base, table=True):
    """One attempt to reach the customer about the case."""

    __tablename__ = "recovery_contact"
    __table_args__ = (
        CheckConstraint("outcome IN ('reached', 'no_answer', 'refused')", name="outcome"),
        Index("ix_recovery_contact_case_id", "case_id", "id"),
    )

    case_id: UUID = Field(foreign_key="recovery_case.id")
    contacted_at: datetime
    channel: str = Field(sa_type=Text)
    note: str | None = Field(default=None, sa_type=Text)
    outcome: str = Field(sa_type=Text)
    recorded_at: datetime
    recorded_by: str = Field(sa_type=Text)


class AccountToAssign(Base, table=True):
    """An account whose team is known, and of whose waiting cases some are not assigned yet.

    after_case_id: where to go on. cause_id, actor, traceparent: of the change of the team.
    """

    __tablename__ = "account_to_assign"

    account_id: UUID = Field(primary_key=True)
    after_case_id: UUID
    cause_id: str = Field(sa_type=Text)
    actor: str = Field(sa_type=Text)
    traceparent: str | None = Field(default=None, sa_type=Text)
    left_at: datetime
