"""The tables of deals and hand-offs."""

from datetime import date, datetime
from typing import Any, NoReturn
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.onboarding.base import Base
from shared.db.base import Identified, Stamped, Versioned
from shared.http.errors import Conflict


class TransitionNotAllowed(Conflict):
    """The hand-off is not in a state that allows this."""

    code = "transition_not_allowed"


class Deal(Identified, Base, table=True):
    """A won deal, as a CRM told it once."""

    __tablename__ = "deal"
    __table_args__ = (UniqueConstraint("crm", "crm_id"),)

    crm: str = Field(sa_type=Text)
    crm_id: str = Field(sa_type=Text)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    contact_ids: list[str] = Field(sa_type=JSONB)
    handoff_id: UUID
    closed_at: datetime
    received_at: datetime
    trace_id: UUID
    digest: str = Field(sa_type=Text)


class Handoff(Identified, Stamped, Versioned, Base, table=True):
    """A deal on its way to the receiving team. content: what sales said. gaps: what is missing in it.

    playbook_id and starts_on: what the receiving team chose when it accepted.
    """

    __tablename__ = "handoff"
    __table_args__ = (
        CheckConstraint("state IN ('received', 'accepted', 'rejected')", name="state"),
        CheckConstraint("completeness BETWEEN 0 AND 1", name="completeness"),
        CheckConstraint("(state = 'received') = (decided_at IS NULL)", name="decided"),
        Index("ix_handoff_state_id", "state", "id"),
    )

    deal_id: UUID = Field(foreign_key="deal.id", unique=True)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    trace_id: UUID
    state: str = Field(default="received", sa_type=Text)
    content: dict[str, Any] = Field(sa_type=JSONB)
    completeness: float
    gaps: list[str] = Field(sa_type=JSONB)
    due_at: datetime
    project_id: UUID | None = None
    playbook_id: UUID | None = None
    starts_on: date | None = None
    decided_at: datetime | None = None
    decided_by: str | None = Field(default=None, sa_type=Text)
    reason: str | None = Field(default=None, sa_type=Text)

    def accept(self, *, at: datetime, by: str, playbook_id: UUID | None, starts_on: date | None) -> None:
        """Take the customer on; gaps stay on record. Raises TransitionNotAllowed."""
        if self.state != "received":
            self._refuse()
        self.state, self.decided_at, self.decided_by, self.updated_at = "accepted", at, by, at
        self.playbook_id, self.starts_on = playbook_id, starts_on

    def reject(self, *, at: datetime, by: str, gaps: list[str], reason: str | None) -> None:
        """Send it back with what the receiving team misses. Raises TransitionNotAllowed."""
        if self.state != "received":
            self._refuse()
        self.state, self.decided_at, self.decided_by, self.updated_at = "rejected", at, by, at
        self.gaps, self.reason = list(dict.fromkeys([*self.gaps, *gaps])), reason

    def _refuse(self) -> NoReturn:
        raise TransitionNotAllowed("It was decided already.")
