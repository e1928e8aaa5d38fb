"""The directory's tables."""

from datetime import datetime
from typing import Any, Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.onboarding.base import Base
from shared.contracts.onboarding import AccountStatus
from shared.db.base import Identified, Stamped, Versioned

Role = Literal["csm", "project_manager", "solution_engineer", "billing", "executive_sponsor"]
"""What a member of staff is to an account."""

ContactRole = Literal["champion", "decision_maker", "billing", "admin", "user"]
"""What a person is at the customer."""

Kind = Literal["account", "contact"]


def _one_of(column: str, literal: Any) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in get_args(literal))})"


class Account(Identified, Stamped, Versioned, Base, table=True):
    """A customer. trace_id: the story that its facts belong to, its last deal's or its own id."""

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint(_one_of("status", AccountStatus), name="status"),
        Index("ix_account_updated_at_id", "updated_at", "id"),
        Index("ix_account_status_id", "status", "id"),
        Index("ix_account_segment_id", "segment", "id", postgresql_where=text("segment IS NOT NULL")),
        Index("ix_account_tier_id", "tier", "id", postgresql_where=text("tier IS NOT NULL")),
    )

    name: str = Field(sa_type=Text)
    external_ids: dict[str, str] = Field(sa_type=JSONB)
    segment: str | None = Field(default=None, sa_type=Text)
    tier: str | None = Field(default=None, sa_type=Text)
    industry: str | None = Field(default=None, sa_type=Text)
    region: str | None = Field(default=None, sa_type=Text)
    timezone: str | None = Field(default=None, sa_type=Text)
    locale: str | None = Field(default=None, sa_type=Text)
    currency: str | None = Field(default=None, sa_type=Text)
    status: str = Field(sa_type=Text)
    contract: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    custom: dict[str, Any] = Field(sa_type=JSONB)
    trace_id: UUID
    digest: str = Field(sa_type=Text)


class Contact(Identified, Stamped, Versioned, Base, table=True):
    """A person at a customer. email_folded: the address without case, one person's within an account."""

    __tablename__ = "contact"
    __table_args__ = (
        Index(
            "uq_contact_account_id_email_folded",
            "account_id",
            "email_folded",
            unique=True,
            postgresql_where=text("email_folded IS NOT NULL"),
        ),
        Index("ix_contact_account_id_id", "account_id", "id"),
    )

    account_id: UUID = Field(foreign_key="account.id")
    name: str | None = Field(default=None, sa_type=Text)
    email: str | None = Field(default=None, sa_type=Text)
    email_folded: str | None = Field(default=None, sa_type=Text)
    phone: str | None = Field(default=None, sa_type=Text)
    locale: str | None = Field(default=None, sa_type=Text)
    timezone: str | None = Field(default=None, sa_type=Text)
    roles: list[str] = Field(sa_type=JSONB)
    consent: dict[str, bool | None] = Field(sa_type=JSONB)
    external_ids: dict[str, str] = Field(sa_type=JSONB)
    active: bool = True
    merged_into_id: UUID | None = None
    erased_at: datetime | None = None
    digest: str = Field(sa_type=Text)

    def erase(self, at: datetime) -> None:
        """Keep nothing of the person but the id, and whose account it was."""
        self.name = self.email = self.email_folded = self.phone = self.locale = self.timezone = None
        self.roles, self.consent, self.external_ids = [], {}, {}
        self.active, self.digest = False, ""
        self.erased_at = self.updated_at = at


class ExternalId(Base, table=True):
    """Who has which id in another system: one account, and one contact, for each."""

    __tablename__ = "external_id"
    __table_args__ = (CheckConstraint(_one_of("kind", Kind), name="kind"),)

    kind: str = Field(primary_key=True, sa_type=Text)
    system: str = Field(primary_key=True, sa_type=Text)
    external_id: str = Field(primary_key=True, sa_type=Text)
    holder_id: UUID = Field(index=True)


class Staff(Identified, Stamped, Versioned, Base, table=True):
    """A member of our staff. notify_address: sealed where it holds secrets; null means mail to `email`."""

    __tablename__ = "staff"

    name: str = Field(sa_type=Text)
    email: str = Field(sa_type=Text)
    email_folded: str = Field(unique=True, sa_type=Text)
    notify_address: str | None = Field(default=None, sa_type=Text)
    active: bool = True
    away_from: datetime | None = None
    away_until: datetime | None = None
    skills: list[str] = Field(sa_type=JSONB)
    locale: str | None = Field(default=None, sa_type=Text)
    timezone: str | None = Field(default=None, sa_type=Text)
    preferences: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    digest: str = Field(sa_type=Text)


class TeamMember(Identified, Base, table=True):
    """Who holds a role at an account, or backs its holder up, from when to when (null = still).

    version: the role's, which rises with each change of its holder or backup, also over a vacancy.
    """

    __tablename__ = "team_member"
    __table_args__ = (
        CheckConstraint(_one_of("role", Role), name="role"),
        Index(
            "uq_team_member_account_id_role_backup",
            "account_id",
            "role",
            "backup",
            unique=True,
            postgresql_where=text("until_at IS NULL"),
        ),
        Index("ix_team_member_account_id_role_id", "account_id", "role", "id"),
    )

    account_id: UUID = Field(foreign_key="account.id")
    role: str = Field(sa_type=Text)
    backup: bool
    staff_id: UUID = Field(foreign_key="staff.id", index=True)
    since_at: datetime
    until_at: datetime | None = None
    version: int
