"""Who of a group might get a ticket now, and how much each of them has."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.directory.team import Absence
from services.ticketing.routing.carried import CARRIED
from services.ticketing.routing.choosing import Agent
from services.ticketing.routing.schemas import DEFAULT_CAPACITY
from shared.db.statements import fetch

_ASKED = """
SELECT staff_id FROM agent_group_member WHERE group_id = $1
UNION
SELECT $2::uuid WHERE $2 IS NOT NULL
"""

# An account's owner need not be in any group. Everybody who is has a row already.
_MAKE_ROW = """
INSERT INTO agent_presence (staff_id, state, created_at, updated_at) VALUES ($1, 'available', $2, $2)
ON CONFLICT DO NOTHING
"""
# In one order, so that two groups with the same people cannot lock each other out.
_HOLD = f"""
SELECT staff_id FROM agent_presence WHERE staff_id IN ({_ASKED}) ORDER BY staff_id FOR NO KEY UPDATE
"""  # noqa: S608 - our own words

# ticket is the tickets' table (tickets/models.py).
_STANDINGS = f"""
SELECT asked.staff_id, member.staff_id IS NOT NULL AS member, member.turn,
       coalesce(agent.skills, '{{}}') AS skills,
       CASE WHEN agent.staff_id IS NULL THEN {DEFAULT_CAPACITY} ELSE agent.capacity END AS capacity,
       staff.staff_id IS NOT NULL AS known, coalesce(staff.active, false) AS active, away_from, away_until,
       coalesce(presence.state, 'available') AS state, presence.until,
       (SELECT count(*) FROM ticket WHERE assignee_id = asked.staff_id AND {CARRIED}) AS load
FROM ({_ASKED}) AS asked
     LEFT JOIN agent_group_member AS member ON member.group_id = $1 AND member.staff_id = asked.staff_id
     LEFT JOIN agent ON agent.staff_id = asked.staff_id
     LEFT JOIN staff ON staff.staff_id = asked.staff_id
     LEFT JOIN agent_presence AS presence ON presence.staff_id = asked.staff_id
ORDER BY asked.staff_id
"""  # noqa: S608

_NEXT_TURN = """
UPDATE agent_group_member SET turn = (SELECT coalesce(max(turn), 0) + 1 FROM agent_group_member WHERE group_id = $1)
WHERE group_id = $1 AND staff_id = $2
"""


async def hold(session: AsyncSession, group_id: UUID, owner_id: UUID | None, at: datetime) -> None:
    """Be the only one who gives tickets to these people, until the transaction ends.

    What is read about them by a later statement holds until then: a statement sees what was committed before it began,
    even if it waited.
    """
    if owner_id is not None:
        await fetch(session, _MAKE_ROW, owner_id, at)
    await fetch(session, _HOLD, group_id, owner_id)


async def of_group(session: AsyncSession, group_id: UUID, owner_id: UUID | None, at: datetime) -> Sequence[Agent]:
    """The members of a group, and the owner of an account, as they are at this time."""
    return [
        Agent(
            staff_id=row.staff_id,
            load=row.load,
            capacity=row.capacity,
            skills=frozenset(row.skills),
            turn=row.turn,
            state="available" if row.until is not None and row.until <= at else row.state,
            known=row.known,
            active=row.active,
            present=Absence(True, row.away_from, row.away_until).present(at),
            member=row.member,
        )
        for row in await fetch(session, _STANDINGS, group_id, owner_id)
    ]


async def note_turn(session: AsyncSession, group_id: UUID, staff_id: UUID) -> None:
    """It was this member's turn; whoever gave them the ticket holds the group's people."""
    await fetch(session, _NEXT_TURN, group_id, staff_id)
