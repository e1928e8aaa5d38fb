"""Reading compensations and authority limits."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.compensations.models import AuthorityLimit, Compensation
from services.ticketing.compensations.schemas import LimitFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


def limits(filters: LimitFilters) -> Select[AuthorityLimit]:
    """The authority limits of a list, in the order of their making."""
    return narrowed(select(AuthorityLimit).order_by(col(AuthorityLimit.id)), AuthorityLimit, filters)


async def limit(session: AsyncSession, limit_id: UUID, *, lock: bool = False) -> AuthorityLimit:
    """One by its id. Raises NotFound."""
    found = await session.get(AuthorityLimit, limit_id, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is no authority limit with this id.")
    return found


async def limits_in(session: AsyncSession, currency: str) -> Sequence[AuthorityLimit]:
    """Every limit in a currency."""
    return (await session.scalars(select(AuthorityLimit).where(col(AuthorityLimit.currency) == currency))).all()


async def granted(session: AsyncSession, case_id: UUID, currency: str, staff_id: UUID) -> int:
    """What a member of staff has agreed to on a case in a currency, in its minor units."""
    total = await session.scalar(
        select(func.sum(col(Compensation.amount_minor))).where(
            col(Compensation.case_id) == case_id,
            col(Compensation.currency) == currency,
            col(Compensation.state) == "approved",
            col(Compensation.decided_by) == staff_id,
        )
    )
    return int(total or 0)


async def of_cases(session: AsyncSession, case_ids: Collection[UUID]) -> dict[UUID, list[Compensation]]:
    """The compensations of each case, the oldest first; cases without any are left out."""
    held: dict[UUID, list[Compensation]] = {}
    if not case_ids:
        return held
    rows = await session.scalars(
        select(Compensation)
        .where(col(Compensation.case_id).in_(case_ids))
        .order_by(col(Compensation.case_id), col(Compensation.id))
    )
    for row in rows:
        held.setdefault(row.case_id, []).append(row)
    return held


async def compensation(session: AsyncSession, case_id: UUID, compensation_id: UUID) -> Compensation:
    """One of a case. Raises NotFound."""
    found = await session.get(Compensation, compensation_id, populate_existing=True)
    if found is None or found.case_id != case_id:
        raise NotFound("There is no such compensation on this case.")
    return found
