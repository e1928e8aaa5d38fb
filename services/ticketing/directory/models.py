"""The mirror's tables: one row a subject, with the sequence of the newest fact that it shows."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, Text, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.ticketing.base import Base


class Account(Base, table=True):
    """A customer: the tier decides on routes and clocks, the name is what people read."""

    __tablename__ = "account"
    __table_args__ = (Index("ix_account_name", func.lower(text("name"))),)

    account_id: UUID = Field(primary_key=True)
    name: str = Field(sa_type=Text)
    tier: str | None = Field(default=None, sa_type=Text)
    sequence: int = Field(sa_type=BigInteger)


class Contact(Base, table=True):
    """A person at a customer: whose account a ticket or an answer belongs to that names the person alone.

    email, phone: by which somebody who writes is known: without case, and digits alone.
    """

    __tablename__ = "contact"
    __table_args__ = (
        Index("ix_contact_email", "email", postgresql_where=text("email IS NOT NULL")),
        Index("ix_contact_phone", "phone", postgresql_where=text("phone IS NOT NULL")),
    )

    contact_id: UUID = Field(primary_key=True)
    account_id: UUID
    email: str | None = Field(default=None, sa_type=Text)
    phone: str | None = Field(default=None, sa_type=Text)
    sequence: int = Field(sa_type=BigInteger)


class AccountTeam(Base, table=True):
    """Who works with a customer: the members as account.team_changed gives them, backups included."""

    __tablename__ = "account_team"

    account_id: UUID = Field(primary_key=True)
    members: list[dict[str, Any]] = Field(sa_type=JSONB)
    sequence: int = Field(sa_type=BigInteger)


class Staff(Base, table=True):
    """A member of staff. notify_address: where to reach them; null means mail to `email`."""

    __tablename__ = "staff"

    staff_id: UUID = Field(primary_key=True)
    name: str = Field(sa_type=Text)
    email: str = Field(sa_type=Text)
    notify_address: str | None = Field(default=None, sa_type=Text)
    active: bool
    away_from: datetime | None = None
    away_until: datetime | None = None
    sequence: int = Field(sa_type=BigInteger)
