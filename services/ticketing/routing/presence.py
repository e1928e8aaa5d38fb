"""Saying who takes tickets, and who went away: whose unanswered tickets are then to go to others."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.routing import queries
from services.ticketing.routing.carried import CARRIED
from services.ticketing.routing.models import AgentPresence, AgentToRelieve
from services.ticketing.routing.schemas import PresenceIn
from shared.contracts.onboarding import StaffUpdated
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.events.event import Event
from shared.features.audit import service as audit
from shared.http import etags

GONE = ("away", "offline")

_HOLD = """
SELECT staff_id FROM agent_presence WHERE staff_id = ANY ($1::uuid[]) ORDER BY staff_id FOR NO KEY UPDATE
"""
# ticket is the tickets' table (tickets/models.py).
_LEFT = f"""
SELECT staff_id FROM staff
WHERE staff_id = ANY ($1::uuid[]) AND NOT active
  AND EXISTS (SELECT FROM ticket WHERE assignee_id = staff_id AND {CARRIED})
"""  # noqa: S608 - our own words


async def set_presence(
    session: AsyncSession, cause: Cause, staff_id: UUID, body: PresenceIn, expected: int | None
) -> AgentPresence:
    """Say whether somebody takes tickets. Raises NotFound for somebody of whom the directory has not told,
    PreconditionFailed.

    It waits for whoever is just giving them a ticket: what they have then is what the job takes away.
    """
    await queries.agent(session, staff_id)
    row = AgentPresence(staff_id=staff_id, state="available", created_at=cause.at, updated_at=cause.at, version=1)
    made = await session.scalar(
        upsert(AgentPresence).values(row.model_dump()).on_conflict_do_nothing().returning(col(AgentPresence.staff_id))
    )
    held = await session.get(AgentPresence, staff_id, with_for_update=True, populate_existing=True)
    assert held is not None
    etags.check(0 if made else held.version, expected)
    before, after = audit.state_of(held, "state", "until"), audit.state_of(body, "state", "until")
    if before == after:
        return held
    held.state, held.until, held.updated_at = body.state, body.until, max(held.updated_at, cause.at)
    await session.flush()
    if body.state in GONE:
        await _relieve(session, cause, [staff_id])
    await audit.record(
        session, cause, action="agent.presence", entity="agent", entity_id=staff_id, before=before, after=after
    )
    return held


async def relieve_who_left(session: AsyncSession, events: list[Event[StaffUpdated]]) -> None:
    """Have the tickets of those who are not active any more given to others. Acts on the mirror, not on the facts."""
    causes = {event.data.staff_id: event.cause for event in events if not event.data.active}
    if not causes:
        return
    await fetch(session, _HOLD, sorted(causes))
    for row in await fetch(session, _LEFT, sorted(causes)):
        await _relieve(session, causes[row.staff_id], [row.staff_id])


async def _relieve(session: AsyncSession, cause: Cause, staff_ids: Collection[UUID]) -> None:
    """Leave it to the job; who waits for it already goes on waiting."""
    rows: list[dict[str, Any]] = [
        {
            "staff_id": staff_id,
            "cause_id": cause.id,
            "actor": cause.actor,
            "traceparent": cause.traceparent,
            "left_at": cause.at,
        }
        for staff_id in staff_ids
    ]
    await session.execute(upsert(AgentToRelieve).on_conflict_do_nothing(), rows)
