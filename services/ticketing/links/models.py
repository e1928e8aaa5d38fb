"""The table of links."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field

from services.ticketing.base import Base
from services.ticketing.links import kinds
from shared.db.base import Identified


class TicketLink(Identified, Base, table=True):
    """One link, kept once: from_id blocks, duplicates, … to_id. What relates to each other has the smaller id first."""

    __tablename__ = "ticket_link"
    __table_args__ = (
        CheckConstraint(f"kind IN ({', '.join(map(repr, kinds.KEPT))})", name="kind"),
        CheckConstraint("from_id <> to_id", name="two"),
        UniqueConstraint("from_id", "to_id", "kind", name="uq_ticket_link_once"),
        Index("ix_ticket_link_to_id", "to_id"),
    )

    from_id: UUID = Field(foreign_key="ticket.id")
    kind: str = Field(sa_type=Text)
    to_id: UUID = Field(foreign_key="ticket.id")
    created_at: datetime
    created_by: str = Field(sa_type=Text)

    def seen_from(self, ticket_id: UUID) -> tuple[str, UUID]:
        """Its name from this ticket, and the other one."""
        if self.from_id == ticket_id:
            return self.kind, self.to_id
        return kinds.FROM_THE_OTHER_SIDE[self.kind], self.from_id
