"""Who watches a ticket, beside it, and the forms by which they begin and end."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from services.ticketing.console import queries
from services.ticketing.console.deeds import back
from services.ticketing.tickets import queries as tickets
from services.ticketing.tickets import trees
from services.ticketing.tickets.models import Ticket
from services.ticketing.watchers import queries as watchers
from services.ticketing.watchers import service
from shared.http.errors import Invalid, place
from shared.pages.visit import Visit

MOST_SHOWN = 100


async def watch(visit: Visit) -> Response:
    """Let somebody, or oneself, hear of what happens on it."""
    ticket = await _held(visit)
    staff_id = _who(visit)
    await service.watch(visit.session, visit.cause, ticket.id, staff_id)
    return back(visit, ticket, done=f"{_said(visit, staff_id)} hear of #{ticket.number}.")


async def unwatch(visit: Visit) -> Response:
    """Let them hear of it no more."""
    ticket = await _held(visit)
    staff_id = _who(visit)
    await service.unwatch(visit.session, visit.cause, await trees.held(visit.session, ticket.id), staff_id)
    return back(visit, ticket, done=f"{_said(visit, staff_id)} no longer hear of #{ticket.number}.")


async def of(session: AsyncSession, held: Sequence[UUID]) -> Sequence[Any]:
    """Who follows these tickets, each once."""
    rows = (await session.execute(watchers.watchers(held).limit(MOST_SHOWN))).all()
    return list({row.staff_id: row for row in rows}.values())


async def _held(visit: Visit) -> Ticket:
    ticket = await queries.ticket(visit.session, visit.request.path_params["ref"])
    return await tickets.locked(visit.session, ticket.id)


def _who(visit: Visit) -> UUID:
    try:
        return UUID(visit.form.get("staff_id", ""))
    except ValueError:
        raise Invalid(errors=[place("body", "staff_id", msg="Choose somebody", code="missing")]) from None


def _said(visit: Visit, staff_id: UUID) -> str:
    return "You" if staff_id == visit.principal.staff_id else "They"
