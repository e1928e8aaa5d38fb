"""The table of views."""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.ticketing.base import Base
from shared.db.base import Identified, Stamped, Versioned


class TicketView(Identified, Stamped, Versioned, Base, table=True):
    """A list of tickets with a name. owner_id: whose alone it is; group_id: whose members see it; neither: all's.

    filters: as the list of tickets takes them.
    """

    __tablename__ = "ticket_view"
    __table_args__ = (
        CheckConstraint("sort IN ('newest', 'oldest')", name="sort"),
        CheckConstraint("num_nonnulls(owner_id, group_id) <= 1", name="audience"),
        Index("ix_ticket_view_owner_id", "owner_id"),
    )

    name: str = Field(sa_type=Text)
    filters: dict[str, Any] = Field(sa_type=JSONB)
    sort: str = Field(sa_type=Text)
    owner_id: UUID | None = None
    group_id: UUID | None = Field(default=None, foreign_key="agent_group.id")
