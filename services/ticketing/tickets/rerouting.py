"""What routing does to tickets that are there: the waiting ones get somebody, and those of who went away another one.

A run deals with tickets of one group alone. It locks tickets first, as a request does that gives one to a group, then
the group's people: so none of them can wait for another in a circle.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.routing import candidates, choosing
from services.ticketing.routing.carried import CARRIED, WAITING
from services.ticketing.routing.choosing import Agent, Strategy
from services.ticketing.routing.deciding import Routed
from services.ticketing.routing.models import AgentPresence, AgentToRelieve
from services.ticketing.routing.presence import GONE
from services.ticketing.tickets import owning, queries, service
from services.ticketing.tickets.owning import Found
from services.ticketing.tickets.schemas import AssignIn
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.worker.jobs import Job, OneByOne

EVERY_SECONDS = 1.0
AT_ONCE = 20  # tickets a run
LOOKED_AT = 250  # waiting tickets of a group and a priority; those whose skills nobody has keep no others waiting

_GROUPS = f"""
SELECT id, strategy FROM agent_group
WHERE strategy <> 'manual' AND EXISTS (SELECT FROM ticket WHERE group_id = agent_group.id AND {WAITING})
ORDER BY id
"""  # noqa: S608 - our own words
_WAITING = f"""
SELECT waiting.id, coalesce(decided.skills, '{{}}') AS skills
FROM unnest(ARRAY['urgent', 'high', 'normal', 'low']) WITH ORDINALITY AS urgency (priority, place)
     CROSS JOIN LATERAL (
         SELECT id FROM ticket WHERE group_id = $1 AND ticket.priority = urgency.priority AND {WAITING}
         ORDER BY id LIMIT $2
     ) AS waiting
     LEFT JOIN LATERAL (
         SELECT skills FROM routing_decision WHERE ticket_id = waiting.id ORDER BY id DESC LIMIT 1
     ) AS decided ON true
ORDER BY place, waiting.id
"""  # noqa: S608
_HOLD_WAITING = f"""
SELECT id FROM ticket WHERE id = ANY ($1::uuid[]) AND group_id = $2 AND {WAITING}
ORDER BY array_position($1::uuid[], id) FOR NO KEY UPDATE SKIP LOCKED
"""  # noqa: S608

# Escalations keep their own owner, whose account it is; what was answered has somebody whom the customer knows.
_UNANSWERED = f"""
SELECT ticket.id, group_id FROM ticket JOIN agent_group ON agent_group.id = group_id AND strategy <> 'manual'
WHERE assignee_id = $1 AND {CARRIED} AND first_replied_at IS NULL
  AND assigned_by IN ('manual', 'routing', 'rerouted')
"""  # noqa: S608
_FIRST_GROUP = f"SELECT min(group_id::text)::uuid AS group_id FROM ({_UNANSWERED}) AS theirs"  # noqa: S608
_HOLD_UNANSWERED = f"""
{_UNANSWERED} AND group_id = $2 ORDER BY ticket.id LIMIT {AT_ONCE} FOR NO KEY UPDATE OF ticket SKIP LOCKED
"""

_IS_ACTIVE = "SELECT coalesce(bool_or(active), true) AS active FROM staff WHERE staff_id = $1"


async def assign_waiting(session: AsyncSession, cause: Cause) -> int:
    """Give waiting tickets of one group to those who can take them now, the most urgent and oldest first.

    Answers 1 where some were given, so that the next run comes at once; 0 where nobody can take any.
    """
    for group in await fetch(session, _GROUPS):
        agents = await candidates.of_group(session, group.id, None, cause.at)
        if all(agent.obstacle for agent in agents):
            continue
        waiting = await fetch(session, _WAITING, group.id, LOOKED_AT)
        skills = {row.id: row.skills for row in waiting}
        taken = _who_gets(group.strategy, agents, list(skills.items()))
        if taken and await _give(session, cause, group.id, group.strategy, {each: skills[each] for each in taken}):
            return 1
    return 0


async def relieve(session: AsyncSession, cause: Cause) -> int:
    """Give unanswered tickets of somebody who went away to others; answers how many people were looked at.

    Tickets whose group leaves all to people stay, as do those of somebody who is back.
    """
    left = await session.scalar(
        select(AgentToRelieve).order_by(col(AgentToRelieve.left_at)).limit(1).with_for_update(skip_locked=True)
    )
    if left is None:
        return 0
    if not await _is_gone(session, left.staff_id, cause):
        # Held, since they may be going again just now; then the row stays, and is the next run's.
        if not await _is_gone(session, left.staff_id, cause, hold=True):
            await session.delete(left)
        return 1
    [first] = await fetch(session, _FIRST_GROUP, left.staff_id)
    if first.group_id is None:
        await session.delete(left)
        return 1
    held = await fetch(session, _HOLD_UNANSWERED, left.staff_id, first.group_id)
    told = Cause(left.cause_id, left.actor, cause.at, traceparent=left.traceparent)
    for row in held:
        await _reroute(session, told, row.id, row.group_id)
    return 1 if held else 0


JOBS = (
    Job("assign_waiting_tickets", EVERY_SECONDS, OneByOne(assign_waiting)),
    Job("reroute_tickets", EVERY_SECONDS, OneByOne(relieve)),
)


def _who_gets(strategy: Strategy, agents: Sequence[Agent], waiting: Sequence[tuple[UUID, Sequence[str]]]) -> list[UUID]:
    """Which of the waiting tickets somebody can take now, at most AT_ONCE."""
    taken = []
    for ticket_id, skills in waiting:
        staff_id = choosing.choose(strategy, agents, needed=skills).staff_id
        if staff_id is not None:
            agents = choosing.after_taking(agents, staff_id)
            taken.append(ticket_id)
        if len(taken) == AT_ONCE or all(agent.obstacle for agent in agents):
            break
    return taken


async def _give(
    session: AsyncSession, cause: Cause, group_id: UUID, strategy: Strategy, skills: dict[UUID, Sequence[str]]
) -> int:
    """Give those that still wait to who can take them, now that nobody else gives any; answers how many."""
    held = await fetch(session, _HOLD_WAITING, list(skills), group_id)
    await candidates.hold(session, group_id, None, cause.at)
    agents = await candidates.of_group(session, group_id, None, cause.at)
    given = 0
    for row in held:
        choice = choosing.choose(strategy, agents, needed=skills[row.id])
        if choice.staff_id is None:
            continue
        routed = Routed(group_id=group_id, strategy=strategy, skills=skills[row.id], choice=choice)
        await service.assign(session, cause, row.id, AssignIn(assignee_id=choice.staff_id), by="routing")
        await owning.record(session, cause, row.id, Found(routed, "waiting"))
        agents = choosing.after_taking(agents, choice.staff_id)
        given += 1
    return given


async def _is_gone(session: AsyncSession, staff_id: UUID, cause: Cause, *, hold: bool = False) -> bool:
    """Are they away or offline by their own word, or not active any more?"""
    said = await session.get(AgentPresence, staff_id, with_for_update=hold or None, populate_existing=True)
    [staff] = await fetch(session, _IS_ACTIVE, staff_id)
    if not staff.active:
        return True
    lapsed = said is not None and said.until is not None and said.until <= cause.at
    return said is not None and said.state in GONE and not lapsed


async def _reroute(session: AsyncSession, cause: Cause, ticket_id: UUID, group_id: UUID) -> None:
    ticket = await queries.locked(session, ticket_id)
    routed = await owning.again(session, cause, ticket, group_id)
    await service.assign(session, cause, ticket_id, AssignIn(assignee_id=routed.assignee_id), by="rerouted")
    await owning.record(session, cause, ticket_id, Found(routed, "rerouted"))
