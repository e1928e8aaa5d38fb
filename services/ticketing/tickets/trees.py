"""Which tickets are merged into which. A merge joins two that stand by themselves, so there are no circles.

Whoever writes on a ticket holds it and all that it is merged into, locked in the order of their ids: so what is
written lands on the last of them, and no merge or unmerge comes between.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.tickets.models import Ticket
from shared.db import alone
from shared.http.errors import NotFound, Unavailable

ROUNDS = 5

_PATH = """
WITH RECURSIVE path AS (
    SELECT id, merged_into_id FROM ticket WHERE id = :ticket_id
    UNION ALL
    SELECT next.id, next.merged_into_id FROM path JOIN ticket AS next ON next.id = path.merged_into_id
)
SELECT * FROM ticket WHERE id = ANY (ARRAY(SELECT id FROM path)) ORDER BY id FOR NO KEY UPDATE
"""
_HELD = """
WITH RECURSIVE held AS (
    SELECT id FROM ticket WHERE id = $1
    UNION ALL
    SELECT ticket.id FROM held JOIN ticket ON ticket.merged_into_id = held.id
)
SELECT id FROM held
"""

# Made once: to put them together takes as long as to ask.
_LOCKED_PATH, _LOCKED_PATH_AT_ONCE = (
    select(Ticket)
    .from_statement(text(statement).bindparams(bindparam("ticket_id", type_=Uuid)))
    .execution_options(populate_existing=True)
    for statement in (_PATH, f"{_PATH} NOWAIT")
)


async def locked_path(session: AsyncSession, ticket_id: UUID) -> list[Ticket]:
    """A ticket and all that it is merged into, the last of which stands by itself, locked.

    Raises NotFound; Unavailable where others merge without end meanwhile, and what the driver raises where a ticket
    that another merge has added is locked: both pass by themselves.
    """
    statement = _LOCKED_PATH
    for _ in range(ROUNDS):
        found = {ticket.id: ticket for ticket in (await session.scalars(statement, {"ticket_id": ticket_id})).all()}
        path = _path(found, ticket_id)
        if path is not None:
            return path
        # A merge came between. What it added may come before what is held, so it is not waited for.
        statement = _LOCKED_PATH_AT_ONCE
    raise Unavailable("The ticket is being merged.", retry_after=1)


async def locked_pair(session: AsyncSession, ticket_ids: Collection[UUID]) -> dict[UUID, Ticket]:
    """Those of the tickets that there are, locked in the order of their ids."""
    rows = await session.scalars(
        select(Ticket)
        .where(col(Ticket.id).in_(ticket_ids))
        .order_by(col(Ticket.id))
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return {ticket.id: ticket for ticket in rows.all()}


async def held(session: AsyncSession, ticket_id: UUID) -> list[UUID]:
    """A ticket and all that are merged into it, through others too. Raises NotFound."""
    rows = await alone.read(session, _HELD, ticket_id)
    if not rows:
        raise NotFound("There is no ticket with this id.")
    return [row["id"] for row in rows]


def _path(found: Mapping[UUID, Ticket], ticket_id: UUID) -> list[Ticket] | None:
    """The tickets in the order of their merges; None where one is not among them."""
    if not found:
        raise NotFound("There is no ticket with this id.")
    path = [found[ticket_id]]
    while (into := path[-1].merged_into_id) is not None:
        if into not in found:
            return None
        path.append(found[into])
    return path
