"""The table of loop cases."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, text
from sqlmodel import Field

from services.feedback.base import Base
from services.feedback.loop_cases.course import Stage, furthest_stage
from shared.db.base import Identified, Versioned


class LoopCase(Identified, Versioned, Base, table=True):
    """The promise that came with a negative answer: someone takes it up, the customer hears, it ends.

    How ticketing's facts move it stands in course.py.
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
        Index("ix_loop_case_ticket_id_id", "ticket_id", "id", postgresql_where=text("ticket_id IS NOT NULL")),
        Index("ix_loop_case_owner_id_id", "owner_id", "id", postgresql_where=text("owner_id IS NOT NULL")),
        Index("ix_loop_case_result_id", "result", "id", postgresql_where=text("result IS NOT NULL")),
        Index("ix_loop_case_trace_id", "trace_id"),
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
        return furthest_stage(self.assigned_at, self.planned_at, self.contacted_at)
