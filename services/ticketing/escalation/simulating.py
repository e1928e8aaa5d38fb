"""A dry run of the outcome routes: what would come of an answer, and why. It reads, and changes nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.directory import queries as directory
from services.ticketing.escalation import matching, people, queries
from services.ticketing.escalation.known import Route
from services.ticketing.escalation.models import OutcomeRoute
from services.ticketing.escalation.schemas import MOST_VALUES, Outcome
from services.ticketing.escalation.service import EMPLOYEE, NoRouteMatches
from services.ticketing.routing.models import Group
from services.ticketing.tickets.schemas import Priority, Tag
from shared import business_time
from shared.features.calendars import queries as calendars
from shared.http.fields import Body, Id, Int32, LongText, View, example

_ROUTE_ID = "01a19b45-b800-7004-8b53-e7260fa9c10a"
_MIA = "01a1f82f-1e81-7a12-8f27-91b0e3c86d03"


class SimulatedAnswer(Body):
    """An answer as a route looks at it. account_tier: where no account is given, or instead of what it has."""

    model_config = example(
        {
            "survey_type": "nps",
            "outcome": "negative",
            "score": 3,
            "account_id": "01a1f82f-1e81-7a10-8c51-2f6d0b7e9a01",
            "tags": ["speed"],
            "comment": "The export takes an hour.",
        }
    )

    survey_type: Tag
    outcome: Outcome = "negative"
    score: Int32 | None = None
    account_id: Id | None = None
    account_tier: Tag | None = None
    tags: list[Tag] = Field(default=[], max_length=MOST_VALUES)
    comment: LongText | None = None


class TriedRoute(View):
    """A route that was tried. missed: the conditions that do not hold; none where it takes the answer."""

    route_id: UUID
    name: str
    rank: int
    version: int
    takes_it: bool
    missed: list[str]


class Told(View):
    """Somebody who would be told, for which role."""

    role: str
    staff_id: UUID


class SimulatedEscalation(View):
    """What would come of the answer.

    reason: why nothing would, not_negative or employee. tried: in the order of the routes, up to the one that takes
    it. owner_id null: the group would have it. nobody_holds: roles of the route that nobody holds, so nobody is told.
    """

    model_config = example(
        {
            "escalates": True,
            "reason": None,
            "tried": [
                {
                    "route_id": _ROUTE_ID,
                    "name": "Gold detractors",
                    "rank": 10,
                    "version": 1,
                    "takes_it": True,
                    "missed": [],
                }
            ],
            "route_id": _ROUTE_ID,
            "priority": "urgent",
            "group_id": "01a19b45-b800-7002-92af-5d38c6e1b006",
            "owner_id": _MIA,
            "owner_source": "csm",
            "recipients": [{"role": "csm", "staff_id": _MIA}],
            "nobody_holds": ["group_lead"],
            "plan_due_at": "2026-11-23T14:15:00Z",
            "contact_due_at": "2026-11-24T10:15:00Z",
        }
    )

    escalates: bool
    reason: Literal["not_negative", "employee"] | None = None
    tried: list[TriedRoute] = Field(default=[])
    route_id: UUID | None = None
    priority: Priority | None = None
    group_id: UUID | None = None
    owner_id: UUID | None = None
    owner_source: Literal["csm", "backup", "group"] | None = None
    recipients: list[Told] = Field(default=[])
    nobody_holds: list[str] = Field(default=[])
    plan_due_at: datetime | None = None
    contact_due_at: datetime | None = None


async def simulate(session: AsyncSession, body: SimulatedAnswer, at: datetime) -> SimulatedEscalation:
    """What would come of an answer that was received now."""
    if body.survey_type == EMPLOYEE:
        return SimulatedEscalation(escalates=False, reason="employee")
    if body.outcome != "negative":
        return SimulatedEscalation(escalates=False, reason="not_negative")
    rows = [(row.OutcomeRoute, row.Group) for row in await session.execute(queries.routes())]
    mirror = await directory.known(session, [body.account_id], [group.lead_id for _, group in rows])
    customer = mirror.customers.get(body.account_id) if body.account_id else None
    tier = body.account_tier or (customer.tier if customer else None)
    answer = matching.Answer(body.survey_type, body.outcome, body.score, tier, body.tags, body.comment)
    tried, taken = _try(rows, answer)
    route = Route.of(*taken)
    owner = people.owner(route, customer, mirror.staff, at)
    told = people.listeners(route, customer, mirror.staff, at)
    held = [
        role
        for role in route.notify_roles
        if people.listeners(replace(route, notify_roles=(role,)), customer, mirror.staff, at)
    ]
    return SimulatedEscalation(
        escalates=True,
        tried=tried,
        route_id=route.id,
        priority=route.priority,
        group_id=route.group_id,
        owner_id=owner.staff_id,
        owner_source=owner.source,
        recipients=[Told(role=listener.role, staff_id=listener.staff_id) for listener in told],
        nobody_holds=[role for role in route.notify_roles if role not in held],
        plan_due_at=await _due(session, route.plan_calendar_id, at, route.plan_due_seconds),
        contact_due_at=await _due(session, route.contact_calendar_id, at, route.contact_due_seconds),
    )


def _try(
    rows: Sequence[tuple[OutcomeRoute, Group]], answer: matching.Answer
) -> tuple[list[TriedRoute], tuple[OutcomeRoute, Group]]:
    """Try the routes in their order up to the one that fits; the default one does. Raises NoRouteMatches."""
    tried = []
    for row, group in rows:
        missed = matching.missed(row.match, answer)
        columns = row.model_dump(include={"name", "rank", "version"})
        tried.append(TriedRoute(route_id=row.id, takes_it=not missed, missed=list(missed), **columns))
        if not missed:
            return tried, (row, group)
    raise NoRouteMatches


async def _due(session: AsyncSession, calendar_id: UUID | None, at: datetime, seconds: int) -> datetime:
    hours = await calendars.load(session, [calendar_id])
    return business_time.add(hours[calendar_id] if calendar_id else None, at, seconds)
