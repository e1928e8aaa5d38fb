"""Reading complaints and complaint policies."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, not_, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.complaints.models import OPEN, Complaint, ComplaintPolicy
from services.ticketing.complaints.schemas import ComplaintFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


def complaints(filters: ComplaintFilters, at: datetime) -> Select[Complaint]:
    """The complaints of a list, newest first. at: the time by which they are overdue."""
    listed = narrowed(select(Complaint).order_by(col(Complaint.id).desc()), Complaint, filters, apart={"overdue"})
    if filters.overdue is not None:
        listed = listed.where(_overdue(at) if filters.overdue else not_(_overdue(at)))
    return listed


def _overdue(at: datetime) -> ColumnElement[bool]:
    return and_(
        text(OPEN),  # not as a parameter, which no partial index answers to
        or_(
            and_(col(Complaint.acknowledged_at).is_(None), col(Complaint.acknowledgement_due_at) < at),
            and_(col(Complaint.decided_at).is_(None), col(Complaint.decision_due_at) < at),
        ),
    )


async def complaint(session: AsyncSession, complaint_id: UUID) -> Complaint:
    """One by its id. Raises NotFound."""
    found = await session.get(Complaint, complaint_id)
    if found is None:
        raise NotFound("There is no complaint with this id.")
    return found


async def locked(session: AsyncSession, complaint_id: UUID) -> Complaint:
    """One by its id, locked until the transaction ends. Raises NotFound."""
    found = await session.get(Complaint, complaint_id, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound("There is no complaint with this id.")
    return found


async def of_ticket(session: AsyncSession, ticket_id: UUID) -> Complaint | None:
    """A ticket's complaint, locked until the transaction ends."""
    return await session.scalar(
        select(Complaint)
        .where(col(Complaint.ticket_id) == ticket_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def policies() -> Select[ComplaintPolicy]:
    """All policies, in the order of their making."""
    return select(ComplaintPolicy).order_by(col(ComplaintPolicy.id))


async def policy(session: AsyncSession, policy_id: UUID, *, lock: bool = False) -> ComplaintPolicy:
    """One by its id. Raises NotFound."""
    found = await session.get(ComplaintPolicy, policy_id, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is no complaint policy with this id.")
    return found
