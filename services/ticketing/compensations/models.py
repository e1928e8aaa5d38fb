"""The tables of compensations and of authority limits."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field

from services.ticketing.base import Base
from shared.db.base import Identified, Stamped, Versioned


class AuthorityLimit(Identified, Stamped, Versioned, Base, table=True):
    """How much may be given on a case without another person's approval, in minor units of the currency.

    Of one member of staff, or of a role; naming neither, of everybody.
    """

    __tablename__ = "authority_limit"
    __table_args__ = (
        CheckConstraint("num_nonnulls(staff_id, role) < 2", name="whose"),
        CheckConstraint("amount_minor >= 0", name="amount_minor"),
        UniqueConstraint(
            "staff_id", "role", "currency", name="uq_authority_limit_whose", postgresql_nulls_not_distinct=True
        ),
    )

    staff_id: UUID | None = None
    role: str | None = Field(default=None, sa_type=Text)
    currency: str = Field(sa_type=Text)
    amount_minor: int = Field(sa_type=BigInteger)


class Compensation(Identified, Base, table=True):
    """What a customer was given, or is to be given once somebody else agrees.

    requested_by_id: the member of staff who gave it, where the caller was one. decided_by: who approved or
    rejected it; the giver where it was within their limit.
    """

    __tablename__ = "compensation"
    __table_args__ = (
        CheckConstraint("kind IN ('refund', 'credit', 'discount', 'gift', 'apology', 'other')", name="kind"),
        CheckConstraint("state IN ('pending_approval', 'approved', 'rejected')", name="state"),
        CheckConstraint("amount_minor >= 0 AND (amount_minor = 0 OR currency IS NOT NULL)", name="amount"),
        CheckConstraint("(state = 'pending_approval') = (decided_at IS NULL)", name="decided"),
        # Nobody approves their own beyond their limit; within it they are named as both.
        CheckConstraint("state <> 'rejected' OR decided_by IS DISTINCT FROM requested_by_id", name="other_person"),
        Index("ix_compensation_case_id_id", "case_id", "id"),
    )

    case_id: UUID = Field(foreign_key="recovery_case.id")
    kind: str = Field(sa_type=Text)
    amount_minor: int = Field(sa_type=BigInteger)
    currency: str | None = Field(default=None, sa_type=Text)
    reason: str | None = Field(default=None, sa_type=Text)
    state: str = Field(sa_type=Text)
    requested_at: datetime
    requested_by: str = Field(sa_type=Text)
    requested_by_id: UUID | None = None
    decided_at: datetime | None = None
    decided_by: UUID | None = None
    decision_note: str | None = Field(default=None, sa_type=Text)

    @property
    def approved_by(self) -> UUID | None:
        """Who agreed to it."""
        return self.decided_by if self.state == "approved" else None
