"""What ships with ticketing. Seeding again changes nothing, and what an operator changed stays."""

from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.complaints import policies as complaints
from services.ticketing.escalation import routes
from services.ticketing.escalation.models import OutcomeRoute
from services.ticketing.escalation.schemas import OutcomeRouteIn, RouteMatch
from services.ticketing.routing import service as routing
from services.ticketing.routing.models import Group
from services.ticketing.routing.schemas import GroupIn
from services.ticketing.sla import service as sla
from shared.events.cause import Cause
from shared.features.calendars import service as calendars

CUSTOMER_CARE_ID: Final = UUID("01935f2e-7c00-7000-8000-000000000101")

CUSTOMER_CARE = GroupIn(name="customer-care")

DEFAULT_ROUTE = OutcomeRouteIn(
    name="Default",
    rank=1000,
    match=RouteMatch(outcome=["negative"]),
    priority="high",
    group=str(CUSTOMER_CARE_ID),
    assignee_role="csm",
    notify_roles=["csm", "group_lead"],
    plan_due_seconds=28_800,  # of the default calendar: one working day
    plan_calendar_id=calendars.DEFAULT_ID,
    contact_due_seconds=172_800,  # 24x7: two days
)


async def seed(session: AsyncSession, cause: Cause) -> None:
    """Make what ships, unless it is there."""
    await calendars.seed(session, cause)
    await sla.seed(session, cause)
    await complaints.seed(session, cause)
    if await session.get(Group, CUSTOMER_CARE_ID) is None:
        await routing.create_group(session, cause, CUSTOMER_CARE, group_id=CUSTOMER_CARE_ID)
    if await session.get(OutcomeRoute, (routes.DEFAULT_ROUTE_ID, 1)) is None:
        await routes.create_route(session, cause, DEFAULT_ROUTE, route_id=routes.DEFAULT_ROUTE_ID)
