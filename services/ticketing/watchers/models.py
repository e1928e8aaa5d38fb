"""The table of watchers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from services.ticketing.base import Base
from shared.db.base import Identified


class TicketWatcher(Identified, Base, table=True):
    """One member of staff who follows one ticket. A merge moves none: they hear of what theirs is merged into."""

    __tablename__ = "ticket_watcher"
    __table_args__ = (
        UniqueConstraint("ticket_id", "staff_id", name="uq_ticket_watcher_once"),
        Index("ix_ticket_watcher_staff_id_ticket_id", "staff_id", "ticket_id"),
    )

    ticket_id: UUID = Field(foreign_key="ticket.id")
    staff_id: UUID
    since_at: datetime
    added_by: str = Field(sa_type=Text)
