"""The tables of groups and of what agents can do."""

from uuid import UUID

from sqlalchemy import CheckConstraint, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from services.ticketing.base import Base
from shared.db.base import Identified, Stamped, Versioned


class Group(Identified, Stamped, Versioned, Base, table=True):
    """People who answer for a kind of ticket together. notify_address: reaches the group as a whole."""

    __tablename__ = "agent_group"

    name: str = Field(unique=True, sa_type=Text)
    lead_id: UUID | None = None
    notify_address: str | None = Field(default=None, sa_type=Text)


class GroupMember(Base, table=True):
    """A member of staff in a group, known to the directory or not yet."""

    __tablename__ = "agent_group_member"

    group_id: UUID = Field(primary_key=True, foreign_key="agent_group.id")
    staff_id: UUID = Field(primary_key=True, index=True)


class Agent(Stamped, Versioned, Base, table=True):
    """What a member of staff can do on tickets. capacity: open tickets at a time."""

    __tablename__ = "agent"
    __table_args__ = (CheckConstraint("capacity >= 0", name="capacity"),)

    staff_id: UUID = Field(primary_key=True)
    skills: list[str] = Field(default_factory=list, sa_type=ARRAY(Text))
    capacity: int
