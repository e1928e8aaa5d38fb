"""Reading what customers said about a ticket."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlmodel import col

from services.ticketing.satisfaction.models import Satisfaction


def of_ticket(ticket_id: UUID) -> Select[Satisfaction]:
    """The answers about a ticket that stand, the newest first."""
    return (
        select(Satisfaction)
        .where(col(Satisfaction.ticket_id) == ticket_id, ~col(Satisfaction.deleted))
        .order_by(col(Satisfaction.response_id).desc())
    )
