"""The tables of the mirror. Each row is overwritten by newer facts alone (`sequence`)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from services.feedback.base import Base


class Account(Base, table=True):
    """What scores are grouped by, audiences choose by and mails name of a customer.

    tags: what `custom.tags` lists, where it is a list of texts.
    """

    __tablename__ = "account"

    account_id: UUID = Field(primary_key=True)
    name: str = Field(sa_type=Text)
    segment: str | None = Field(default=None, sa_type=Text, index=True)
    tier: str | None = Field(default=None, sa_type=Text)
    tags: list[str] = Field(sa_type=ARRAY(Text), sa_column_kwargs={"server_default": text("'{}'")})
    sequence: int = Field(sa_type=BigInteger)


class Contact(Base, table=True):
    """Whom surveys ask, and how mails name them; no name and no address once the person was erased.

    consent_email: false where they do not want mails; null = not asked. since_at: when they came into the directory.
    merged_into_id: the contact that this one is part of; whom is asked is that one.
    """

    __tablename__ = "contact"
    __table_args__ = (Index("ix_contact_email", text("lower(email)"), postgresql_where=text("email IS NOT NULL")),)

    contact_id: UUID = Field(primary_key=True)
    account_id: UUID
    name: str | None = Field(default=None, sa_type=Text)
    email: str | None = Field(default=None, sa_type=Text)
    locale: str | None = Field(default=None, sa_type=Text)
    timezone: str | None = Field(default=None, sa_type=Text)
    roles: list[str] = Field(sa_type=ARRAY(Text), sa_column_kwargs={"server_default": text("'{}'")})
    consent_email: bool | None = None
    active: bool = Field(default=True, sa_column_kwargs={"server_default": text("true")})
    since_at: datetime | None = None
    merged_into_id: UUID | None = None
    sequence: int = Field(sa_type=BigInteger)


class AccountTeam(Base, table=True):
    """Who works with a customer: members as account.team_changed names them, backups included."""

    __tablename__ = "account_team"

    account_id: UUID = Field(primary_key=True)
    members: list[dict[str, Any]] = Field(sa_type=JSONB)
    sequence: int = Field(sa_type=BigInteger)


class Staff(Base, table=True):
    """Whether a member of staff is there to be told, and where."""

    __tablename__ = "staff"

    staff_id: UUID = Field(primary_key=True)
    name: str = Field(sa_type=Text)
    email: str = Field(sa_type=Text)
    notify_address: str | None = Field(default=None, sa_type=Text)
    active: bool
    away_from: datetime | None = None
    away_until: datetime | None = None
    sequence: int = Field(sa_type=BigInteger)

    def there(self, at: datetime) -> bool:
        """Active, and not away at this time."""
        away = self.away_from is not None and self.away_from <= at
        return self.active and not (away and (self.away_until is None or at < self.away_until))
