"""Reading outcome routes and escalations."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.escalation.models import ChangedAnswer, Escalation, OutcomeRoute
from services.ticketing.routing.models import Group
from shared.http.errors import NotFound


def routes() -> Select[OutcomeRoute, Group]:
    """The routes in force with their groups, in the order in which they are tried."""
    return (
        select(OutcomeRoute, Group)
        .join(Group, col(Group.id) == col(OutcomeRoute.group_id))
        .where(col(OutcomeRoute.current))
        .order_by(col(OutcomeRoute.rank), col(OutcomeRoute.id))
    )


async def route(session: AsyncSession, route_id: UUID, *, lock: bool = False) -> OutcomeRoute:
    """A route in the version that is in force. Raises NotFound.

    lock: keep others from changing it. The lock lies on the first version, since another one may be in
    force by the time it is got.
    """
    if lock:
        await session.execute(
            select(col(OutcomeRoute.id))
            .where(col(OutcomeRoute.id) == route_id, col(OutcomeRoute.version) == 1)
            .with_for_update()
        )
    found = await session.scalar(
        select(OutcomeRoute).where(col(OutcomeRoute.id) == route_id, col(OutcomeRoute.current))
    )
    if found is None:
        raise NotFound("There is no outcome route with this id.")
    return found


async def route_of(session: AsyncSession, escalation: Escalation) -> tuple[OutcomeRoute, Group]:
    """The version of the route by which an answer was escalated, and its group."""
    rows = await session.execute(
        select(OutcomeRoute, Group)
        .join(Group, col(Group.id) == col(OutcomeRoute.group_id))
        .where(
            col(OutcomeRoute.id) == escalation.route_id,
            col(OutcomeRoute.version) == escalation.route_version,
        )
    )
    return rows.one()


async def escalation(session: AsyncSession, response_id: UUID) -> Escalation | None:
    """The escalation of an answer."""
    return await session.get(Escalation, response_id)


async def no_longer_negative(session: AsyncSession, response_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these answers were changed to another outcome, or deleted."""
    found = await session.scalars(
        select(col(ChangedAnswer.response_id)).where(
            col(ChangedAnswer.response_id).in_(sorted(response_ids)),
            or_(col(ChangedAnswer.outcome).is_(None), col(ChangedAnswer.outcome) != "negative"),
        )
    )
    return set(found)
