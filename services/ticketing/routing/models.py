"""The tables of groups, of what agents can do, of rules, and of what was decided by them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from services.ticketing.base import Base
from shared.db.base import Identified, Stamped, Versioned


class Group(Identified, Stamped, Versioned, Base, table=True):
    """People who answer for a kind of ticket together.

    notify_address: reaches the group as a whole. strategy: how its tickets find an assignee.
    account_owner_first: before that the account's CSM is asked.
    """

    __tablename__ = "agent_group"
    __table_args__ = (
        CheckConstraint("strategy IN ('manual', 'round_robin', 'least_loaded', 'skills')", name="strategy"),
    )

    name: str = Field(unique=True, sa_type=Text)
    lead_id: UUID | None = None
    notify_address: str | None = Field(default=None, sa_type=Text)
    strategy: str = Field(default="manual", sa_type=Text, sa_column_kwargs={"server_default": text("'manual'")})
    account_owner_first: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})


class GroupMember(Base, table=True):
    """A member of staff in a group, known to the directory or not yet.

    turn: rises in the group with each ticket that it gives out; who has the lowest was longest without.
    """

    __tablename__ = "agent_group_member"

    group_id: UUID = Field(primary_key=True, foreign_key="agent_group.id")
    staff_id: UUID = Field(primary_key=True, index=True)
    turn: int | None = Field(default=None, sa_type=BigInteger)


class Agent(Stamped, Versioned, Base, table=True):
    """What a member of staff can do on tickets. capacity: new and open tickets at a time, None for any number."""

    __tablename__ = "agent"
    __table_args__ = (CheckConstraint("capacity >= 0", name="capacity"),)

    staff_id: UUID = Field(primary_key=True)
    skills: list[str] = Field(default_factory=list, sa_type=ARRAY(Text))
    capacity: int | None = None


class AgentPresence(Stamped, Versioned, Base, table=True):
    """Whether a member of staff takes tickets; what they say goes until `until`, after which they are available.

    Its row is the lock under which tickets are given to them: every member of a group has one.
    """

    __tablename__ = "agent_presence"
    __table_args__ = (CheckConstraint("state IN ('available', 'busy', 'away', 'offline')", name="state"),)

    staff_id: UUID = Field(primary_key=True)
    state: str = Field(default="available", sa_type=Text)
    until: datetime | None = None


class AgentToRelieve(Base, table=True):
    """Somebody who went away, whose unanswered tickets are to go to others. cause_id, actor, traceparent: of that."""

    __tablename__ = "agent_to_relieve"

    staff_id: UUID = Field(primary_key=True)
    cause_id: str = Field(sa_type=Text)
    actor: str = Field(sa_type=Text)
    traceparent: str | None = Field(default=None, sa_type=Text)
    left_at: datetime


class RoutingRule(Identified, Stamped, Versioned, Base, table=True):
    """Which new tickets a group gets; the first by rank that fits. match: as the API gives it.

    skills: what whoever gets them must have, where the group's strategy asks for skills.
    """

    __tablename__ = "routing_rule"

    name: str = Field(sa_type=Text)
    rank: int
    active: bool = True
    match: dict[str, Any] = Field(sa_type=JSONB)
    group_id: UUID = Field(foreign_key="agent_group.id")
    account_owner_first: bool = False
    skills: list[str] = Field(default_factory=list, sa_type=ARRAY(Text))


class RoutingDecision(Identified, Base, table=True):
    """Why a ticket went where it went: by which rule and strategy, and why others did not get it.

    A rule that is gone is still named. explanation: as the API gives it.
    """

    __tablename__ = "routing_decision"
    __table_args__ = (
        CheckConstraint("occasion IN ('created', 'group_given', 'waiting', 'rerouted')", name="occasion"),
        Index("ix_routing_decision_ticket_id_id", "ticket_id", "id"),
    )

    ticket_id: UUID = Field(foreign_key="ticket.id")
    at: datetime
    occasion: str = Field(sa_type=Text)
    rule_id: UUID | None = None
    rule_version: int | None = None
    group_id: UUID | None = None
    strategy: str = Field(sa_type=Text)
    skills: list[str] = Field(sa_type=ARRAY(Text))
    assignee_id: UUID | None = None
    explanation: dict[str, Any] = Field(sa_type=JSONB)
