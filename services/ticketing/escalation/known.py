"""The outcome routes in force, kept in the process: no answer need wait for them to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.escalation import queries
from services.ticketing.escalation.models import OutcomeRoute
from services.ticketing.routing.models import Group
from shared.db.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Route:
    """A version of a route as an escalation takes it. lead_id and group_address: of its group."""

    id: UUID
    version: int
    match: Mapping[str, Any]
    priority: str
    group_id: UUID
    lead_id: UUID | None
    group_address: str | None
    assignee_role: str | None
    notify_roles: Sequence[str]
    plan_due_seconds: int
    plan_calendar_id: UUID | None
    contact_due_seconds: int
    contact_calendar_id: UUID | None

    @classmethod
    def of(cls, row: OutcomeRoute, group: Group) -> "Route":
        """The route of a row and its group's."""
        return cls(
            id=row.id,
            version=row.version,
            match=row.match,
            priority=row.priority,
            group_id=group.id,
            lead_id=group.lead_id,
            group_address=group.notify_address,
            assignee_role=row.assignee_role,
            notify_roles=tuple(row.notify_roles),
            plan_due_seconds=row.plan_due_seconds,
            plan_calendar_id=row.plan_calendar_id,
            contact_due_seconds=row.contact_due_seconds,
            contact_calendar_id=row.contact_calendar_id,
        )


async def _read(session: AsyncSession) -> list[Route]:
    return [Route.of(row, group) for row, group in await session.execute(queries.routes())]


ROUTES = Remembered(_read)
"""The routes in force, in the order in which they are tried."""
