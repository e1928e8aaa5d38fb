"""Reading deals and hand-offs."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.onboarding.handoffs.models import Deal, Handoff
from services.onboarding.handoffs.schemas import DealFilters, HandoffFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


async def deal(session: AsyncSession, deal_id: UUID) -> Deal:
    """One deal. Raises NotFound."""
    found = await session.get(Deal, deal_id)
    if found is None:
        raise NotFound("There is no deal with this id.")
    return found


async def deal_of_crm(session: AsyncSession, crm: str, crm_id: str) -> Deal | None:
    """The deal that a CRM knows by this id."""
    found: Deal | None = await session.scalar(select(Deal).where(col(Deal.crm) == crm, col(Deal.crm_id) == crm_id))
    return found


def deals(filters: DealFilters) -> Select[Deal]:
    """Deals in the order of their arrival."""
    return narrowed(select(Deal).order_by(col(Deal.id)), Deal, filters)


async def handoff(session: AsyncSession, handoff_id: UUID) -> Handoff:
    """One hand-off. Raises NotFound."""
    found = await session.get(Handoff, handoff_id)
    if found is None:
        raise NotFound("There is no hand-off with this id.")
    return found


async def locked_handoff(session: AsyncSession, handoff_id: UUID) -> Handoff:
    """One hand-off, which no other transaction may change until ours ends. Raises NotFound."""
    found = await session.scalar(select(Handoff).where(col(Handoff.id) == handoff_id).with_for_update())
    if found is None:
        raise NotFound("There is no hand-off with this id.")
    return found


async def handoff_of_deal(session: AsyncSession, deal_id: UUID) -> Handoff | None:
    """The hand-off of a deal."""
    found: Handoff | None = await session.scalar(select(Handoff).where(col(Handoff.deal_id) == deal_id))
    return found


def handoffs(filters: HandoffFilters) -> Select[Handoff]:
    """Hand-offs in the order of their arrival."""
    return narrowed(select(Handoff).order_by(col(Handoff.id)), Handoff, filters)
