"""Loop cases in a transaction's hands: locked by one statement; by another what moved is written back and told.

Several facts of each escalation come back at once; row by row through the ORM a set of them took 12 statements
and more. Both statements take arrays: a list of values would be another statement for each number of them, to be
prepared anew by every connection.
"""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import fields
from operator import attrgetter
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.loop_cases.course import Course
from shared.db.statements import fetch
from shared.events import outbox

COLUMNS = tuple(field.name for field in fields(Course))

MOVING = {
    "ticket_id": "uuid",
    "recovery_case_id": "uuid",
    "owner_id": "uuid",
    "owner_sequence": "bigint",
    "assigned_at": "timestamptz",
    "planned_at": "timestamptz",
    "contacted_at": "timestamptz",
    "state": "text",
    "closed_at": "timestamptz",
    "result": "text",
    "reason": "text",
}
"""The columns that a course sets, with their types."""

_columns_of = attrgetter(*COLUMNS)
_moved = attrgetter("id", *MOVING)

# The statements are put together from names in this file and in course.py alone, hence S608 is off.
LOCK = f"""
SELECT {", ".join(COLUMNS)} FROM loop_case WHERE response_id = ANY ($1::uuid[]) ORDER BY response_id FOR UPDATE
"""  # noqa: S608

WRITE = f"""
WITH told AS ({outbox.storing(len(MOVING) + 2)})
UPDATE loop_case SET version = version + 1, {", ".join(f"{name} = moved.{name}" for name in MOVING)}
FROM unnest($1::uuid[], {", ".join(f"${place}::{kind}[]" for place, kind in enumerate(MOVING.values(), start=2))})
     AS moved (id, {", ".join(MOVING)})
WHERE loop_case.id = moved.id
"""  # noqa: S608


@asynccontextmanager
async def cases(session: AsyncSession, response_ids: Iterable[UUID | None]) -> AsyncIterator[dict[UUID, Course]]:
    """The loop cases of these answers by response id, locked in one order everywhere.

    Those that the block moved are written at its end, with the facts that were told until then.
    """
    wanted = {response_id for response_id in response_ids if response_id is not None}
    await session.flush()  # the driver's statements do not see what the session still holds back
    rows = [tuple(row) for row in await fetch(session, LOCK, list(wanted))] if wanted else []
    held = [Course(*row) for row in rows]
    yield {course.response_id: course for course in held}
    moved = [course for course, row in zip(held, rows, strict=True) if _columns_of(course) != row]
    if moved:
        columns = map(list, zip(*map(_moved, moved), strict=True))
        await fetch(session, WRITE, *columns, *outbox.hand_over(session.sync_session))
