"""The mirror of answers about tickets."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from services.ticketing.base import Base


class Satisfaction(Base, table=True):
    """One answer about a ticket. Its words stay in feedback.

    deleted: it counts no more; the row stays, so that an older fact that comes again does not revive it.
    sequence: of the newest fact about it.
    """

    __tablename__ = "satisfaction"
    __table_args__ = (
        Index("ix_satisfaction_ticket_id", "ticket_id", "response_id", postgresql_where=text("NOT deleted")),
    )

    response_id: UUID = Field(primary_key=True)
    ticket_id: UUID
    survey_type: str = Field(sa_type=Text)
    score: int | None = None
    outcome: str = Field(sa_type=Text)
    answered_at: datetime
    deleted: bool = False
    sequence: int = Field(sa_type=BigInteger)
