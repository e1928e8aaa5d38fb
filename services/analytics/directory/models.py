"""The mirror's tables. Ids and times only: the observer needs nobody's name or address."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.analytics.base import Base


class AccountTeam(Base, table=True):
    """An account's team as one fact told it; it held from recorded_at until the next one's.

    members: [{role, staff_id, backup}].
    """

    __tablename__ = "account_team"

    account_id: UUID = Field(primary_key=True)
    sequence: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    recorded_at: datetime
    members: list[dict[str, Any]] = Field(sa_type=JSONB)


class GroupLead(Base, table=True):
    """Who led a group, from recorded_at until the next one."""

    __tablename__ = "group_lead"

    group_id: UUID = Field(primary_key=True)
    sequence: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    recorded_at: datetime
    lead_id: UUID | None = None


class StaffMember(Base, table=True):
    """Whether a member of staff can be reached, by the newest fact about them."""

    __tablename__ = "staff_member"

    staff_id: UUID = Field(primary_key=True)
    sequence: int = Field(sa_type=BigInteger)
    active: bool
    away_from: datetime | None = None
    away_until: datetime | None = None
