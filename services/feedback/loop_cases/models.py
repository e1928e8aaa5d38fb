"""The tables of loop cases, and of when their steps are due."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from services.feedback.base import Base
from services.feedback.loop_cases.clocks import STAGES, Times
from services.feedback.loop_cases.course import Stage, furthest_stage
from shared.db.base import Identified, Stamped, Versioned

AT_STAGE: dict[Stage, str] = {
    "triggered": "assigned_at IS NULL AND planned_at IS NULL AND contacted_at IS NULL",
    "assigned": "assigned_at IS NOT NULL AND planned_at IS NULL AND contacted_at IS NULL",
    "planned": "planned_at IS NOT NULL AND contacted_at IS NULL",
    "contacted": "contacted_at IS NOT NULL",
}
"""Of the cases whose furthest step it is, as lists are narrowed to them and as the indexes have them."""


class LoopCase(Identified, Versioned, Base, table=True):
    """The promise that came with a negative answer: someone takes it up, the customer hears, it ends.

    How ticketing's facts move it stands in course.py, when its steps are due in clocks.py. overdue_stages: the steps
    that were due before they were reached, as they were told. next_due_at: when to look at it next.
    verified_by: the answer that verified it.
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
        CheckConstraint(
            "overdue_stages <@ ARRAY['assigned', 'planned', 'contacted', 'closed']::text[]", name="overdue_stages"
        ),
        CheckConstraint("(verified_at IS NULL) = (verified_by IS NULL)", name="verified"),
        Index("ix_loop_case_next_due_at", "next_due_at", postgresql_where=text("next_due_at IS NOT NULL")),
        *(Index(f"ix_loop_case_{stage}", "id", postgresql_where=text(rows)) for stage, rows in AT_STAGE.items()),
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
    verified_by: UUID | None = None
    assigned_due_at: datetime | None = None
    planned_due_at: datetime | None = None
    contacted_due_at: datetime | None = None
    closed_due_at: datetime | None = None
    next_due_at: datetime | None = None
    overdue_stages: list[str] = Field(
        default=[], sa_type=ARRAY(Text), sa_column_kwargs={"server_default": text("'{}'")}
    )
    note: str | None = Field(default=None, sa_type=Text)

    @property
    def stage(self) -> Stage:
        """The furthest step that was reached."""
        return furthest_stage(self.assigned_at, self.planned_at, self.contacted_at)

    @property
    def dues(self) -> Times:
        """When each step is due."""
        return {stage: getattr(self, f"{stage}_due_at") for stage in STAGES}

    @property
    def times(self) -> Times:
        """When each step was done."""
        return {stage: getattr(self, f"{stage}_at") for stage in STAGES}


class LoopPolicy(Stamped, Versioned, Base, table=True):
    """When the steps of new loop cases are due: one row. stages: as the API gives them."""

    __tablename__ = "loop_policy"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    stages: dict[str, Any] = Field(sa_type=JSONB)
