"""Making and changing outcome routes. A change is a new version; what was escalated names its own."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.escalation import queries
from services.ticketing.escalation.errors import DefaultRouteMatchesAll, UnknownCalendar, UnknownGroup
from services.ticketing.escalation.models import OutcomeRoute
from services.ticketing.escalation.schemas import OutcomeRouteIn, OutcomeRoutePatch
from services.ticketing.routing import queries as routing
from services.ticketing.routing.models import Group
from shared.db import remembered
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.calendars import queries as calendars
from shared.http import etags, merge_patch
from shared.http.errors import NotFound
from shared.ids import uuid7

DEFAULT_ROUTE_ID: Final = UUID("01935f2e-7c00-7000-8000-000000000201")
"""The route that ships, and takes what no other route takes."""


async def create_route(
    session: AsyncSession, cause: Cause, body: OutcomeRouteIn, *, route_id: UUID | None = None
) -> tuple[OutcomeRoute, Group]:
    """Make a route. Raises UnknownGroup, UnknownCalendar."""
    group = await _group(session, body.group)
    await _check_calendars(session, body)
    route = OutcomeRoute(
        id=route_id or uuid7(),
        version=1,
        group_id=group.id,
        created_at=cause.at,
        updated_at=cause.at,
        **body.model_dump(exclude={"group"}),
    )
    session.add(route)
    remembered.forget_after(session)
    await _record(session, cause, "outcome_route.create", route, {}, body.model_dump(mode="json"))
    await session.flush()
    return route, group


async def change_route(
    session: AsyncSession, cause: Cause, route_id: UUID, patch: OutcomeRoutePatch, expected: int | None
) -> tuple[OutcomeRoute, Group]:
    """Make a route's next version, which holds for answers from now on.

    Raises NotFound, PreconditionFailed, UnknownGroup, UnknownCalendar, DefaultRouteMatchesAll.
    """
    route = await queries.route(session, route_id, lock=True)
    etags.check(route.version, expected)
    group = await routing.group(session, route.group_id)
    held = {**route.model_dump(mode="json"), "group": group.name}
    held = {name: held[name] for name in OutcomeRouteIn.model_fields}
    body = merge_patch.merged(OutcomeRouteIn, {k: v for k, v in held.items() if v is not None}, patch)
    changed = {name: value for name, value in body.model_dump(mode="json").items() if value != held[name]}
    if "group" in changed:
        group = await _group(session, body.group)
        if group.id == route.group_id:  # named by its id
            del changed["group"]
    if not changed:
        return route, group
    if route_id == DEFAULT_ROUTE_ID and "match" in changed:
        raise DefaultRouteMatchesAll("Give another route a lower rank instead of narrowing this one.")
    await _check_calendars(session, body)
    following = OutcomeRoute(
        id=route.id,
        version=route.version + 1,
        group_id=group.id,
        created_at=route.created_at,
        updated_at=cause.at,
        **body.model_dump(exclude={"group"}),
    )
    route.current = False
    await session.flush()  # before the next version, since one may be current
    session.add(following)
    remembered.forget_after(session)
    before = {name: held[name] for name in changed}
    await _record(session, cause, "outcome_route.change", route, before, changed)
    await session.flush()
    return following, group


async def _group(session: AsyncSession, named: str) -> Group:
    """A group by its name or its id. Raises UnknownGroup."""
    found = await routing.group_called(session, named)
    if found is not None:
        return found
    try:
        return await routing.group(session, UUID(named))
    except (ValueError, NotFound):
        raise UnknownGroup from None


async def _check_calendars(session: AsyncSession, body: OutcomeRouteIn) -> None:
    for field in ("plan_calendar_id", "contact_calendar_id"):
        calendar_id = getattr(body, field)
        if calendar_id is not None:
            try:
                await calendars.by_id(session, calendar_id)
            except NotFound:
                raise UnknownCalendar(field) from None


async def _record(
    session: AsyncSession,
    cause: Cause,
    action: str,
    route: OutcomeRoute,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    await audit.record(
        session,
        cause,
        action=action,
        entity="outcome_route",
        entity_id=route.id,
        before=before,
        after=after,
    )
