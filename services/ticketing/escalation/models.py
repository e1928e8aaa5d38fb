"""The tables of outcome routes, of what was escalated, and of what came after."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from services.ticketing.base import Base


class OutcomeRoute(Base, table=True):
    """One version of a route: which answers it is for, and who is to do what by when.

    current: the version in force; older ones stay, since escalations name them. match: as the API gives
    it. A due's calendar None = 24x7.
    """

    __tablename__ = "outcome_route"
    __table_args__ = (
        CheckConstraint("priority IN ('low', 'normal', 'high', 'urgent')", name="priority"),
        CheckConstraint("assignee_role IN ('csm')", name="assignee_role"),
        CheckConstraint("plan_due_seconds > 0 AND contact_due_seconds > 0", name="dues"),
        Index("uq_outcome_route_current", "id", unique=True, postgresql_where=text("current")),
    )

    id: UUID = Field(primary_key=True)
    version: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    current: bool = True
    name: str = Field(sa_type=Text)
    rank: int
    match: dict[str, Any] = Field(sa_type=JSONB)
    priority: str = Field(sa_type=Text)
    group_id: UUID = Field(foreign_key="agent_group.id")
    assignee_role: str | None = Field(default=None, sa_type=Text)
    notify_roles: list[str] = Field(sa_type=ARRAY(Text))
    plan_due_seconds: int
    plan_calendar_id: UUID | None = None
    contact_due_seconds: int
    contact_calendar_id: UUID | None = None
    created_at: datetime
    updated_at: datetime


class Escalation(Base, table=True):
    """An answer that was escalated: its ticket, and the route's version that said how."""

    __tablename__ = "escalation"

    response_id: UUID = Field(primary_key=True)
    ticket_id: UUID = Field(foreign_key="ticket.id", unique=True)
    route_id: UUID
    route_version: int
    owner_source: str = Field(sa_type=Text)
    opened_at: datetime


class ChangedAnswer(Base, table=True):
    """What became of an answer after it was received: an escalation acts on this, not on the older fact.

    outcome: None once the answer was deleted.
    """

    __tablename__ = "changed_answer"

    response_id: UUID = Field(primary_key=True)
    outcome: str | None = Field(default=None, sa_type=Text)
    sequence: int = Field(sa_type=BigInteger)


class AnsweredRepair(Base, table=True):
    """A repair request that was answered; each is answered once."""

    __tablename__ = "answered_repair"
    __table_args__ = (CheckConstraint("result IN ('done', 'nothing_to_do', 'refused')", name="result"),)

    repair_id: UUID = Field(primary_key=True)
    result: str = Field(sa_type=Text)
    reason: str | None = Field(default=None, sa_type=Text)
    answered_at: datetime
