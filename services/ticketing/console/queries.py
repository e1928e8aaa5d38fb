"""What the console reads besides what the API does."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.directory.models import Account, Staff
from services.ticketing.routing.models import Group
from services.ticketing.sla import queries as sla
from services.ticketing.sla.models import SlaClock
from services.ticketing.sla.schemas import SlaClockOut
from services.ticketing.tickets import queries as tickets
from services.ticketing.tickets import searching
from services.ticketing.tickets.models import Ticket
from shared.db import alone
from shared.db.listing import Listing
from shared.features.access.models import ApiKey
from shared.http.errors import NotFound
from shared.http.fields import INT64

PAGE = 25  # tickets
MOST_SORTED = 10_000  # tickets of one queue that are put in the order of what is due; the newest of them
MOST_PEOPLE = 500
MOST_CLOCKS = 200

_BY_DUE = """
WITH queue AS (
    SELECT id, due.at AS due, count(*) OVER () AS total, count(*) FILTER (WHERE due.at < {now}) OVER () AS late
    FROM ({fitting}) AS fitting
         LEFT JOIN LATERAL (
             SELECT min(due_at) AS at FROM sla_clock WHERE ticket_id = fitting.id AND state = 'running'
         ) AS due ON true
), page AS (
    SELECT * FROM queue {after} ORDER BY due NULLS LAST, id DESC LIMIT {limit}
)
SELECT ticket.*, due, total, late FROM page JOIN ticket USING (id) ORDER BY due NULLS LAST, id DESC
"""


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of the queue: tickets' columns, how many there are if that is known, how many of them
    are late, and where the next page begins."""

    rows: Sequence[Mapping[str, Any]]
    total: int | None
    late: int
    following: tuple[Any, ...] | None


async def by_due(session: AsyncSession, listed: Listing, after: tuple[Any, ...] | None, now: datetime) -> Queue:
    """The next due first, those without a running clock last. It costs what the queue holds, not the whole desk."""
    fitting, *given = listed.page(None, MOST_SORTED)
    beyond = ""
    if after is not None:
        due, last = after
        place = len(given) + 1
        given += [last] if due is None else [last, due]
        same = f"due IS NULL AND id < ${place}" if due is None else f"due = ${place + 1} AND id < ${place}"
        beyond = f"WHERE ({same})" if due is None else f"WHERE ({same}) OR due > ${place + 1} OR due IS NULL"
    given += [PAGE + 1, now]
    statement = _BY_DUE.format(fitting=fitting, after=beyond, limit=f"${len(given) - 1}", now=f"${len(given)}")
    rows = await _looked_for(session, statement, *given)
    page = rows[:PAGE]
    following = (page[-1]["due"], page[-1]["id"]) if len(rows) > PAGE else None
    total, late = (rows[0]["total"], rows[0]["late"]) if rows else (0, 0)
    return Queue(page, total, late, following)


async def by_age(session: AsyncSession, listed: Listing, after: tuple[Any, ...] | None) -> Queue:
    """The newest first."""
    rows = await _looked_for(session, *listed.page(after[0] if after else None, PAGE + 1))
    page = rows[:PAGE]
    return Queue(page, None, 0, (page[-1]["id"],) if len(rows) > PAGE else None)


async def _looked_for(session: AsyncSession, statement: str, *given: Any) -> Sequence[Any]:
    """What fits, within the time that the API takes for it. Raises SearchTooBroad; the page goes on."""
    async with searching.bounded():
        return await alone.read_apart(session, statement, *given)


async def ticket(session: AsyncSession, reference: str) -> Ticket:
    """One ticket by its number or id. Raises NotFound."""
    if reference.isascii() and reference.isdigit() and int(reference[:20]) <= INT64:
        found = await session.scalar(select(Ticket).where(col(Ticket.number) == int(reference)))
        if found is None:
            raise NotFound("There is no ticket with this number.")
        return found
    try:
        return await tickets.ticket(session, UUID(reference))
    except ValueError:
        raise NotFound("There is no ticket with this number.") from None


async def clocks(
    session: AsyncSession, ticket_ids: Collection[UUID], now: datetime
) -> dict[UUID, list[tuple[SlaClockOut, float]]]:
    """The clocks of some tickets as of now, the oldest first, each with the share at which it warns."""
    rows = (
        await session.scalars(
            select(SlaClock)
            .where(col(SlaClock.ticket_id).in_(ticket_ids))
            .order_by(col(SlaClock.started_at), col(SlaClock.id))
        )
    ).all()
    standing = await sla.standings(session, rows)
    found: dict[UUID, list[tuple[SlaClockOut, float]]] = {ticket_id: [] for ticket_id in ticket_ids}
    for row in rows:
        found[row.ticket_id].append((SlaClockOut.of(row, standing[row.id], now), row.warn_at_share))
    return found


async def staff(session: AsyncSession, ids: Collection[UUID | None]) -> dict[UUID, Staff]:
    """Members of staff, as far as they are known."""
    wanted = sorted({each for each in ids if each is not None})
    rows = await session.scalars(select(Staff).where(col(Staff.staff_id).in_(wanted))) if wanted else ()
    return {row.staff_id: row for row in rows}


async def holders(session: AsyncSession, prefixes: Collection[str]) -> dict[str, UUID]:
    """The member of staff for whom a key acts, by the key's prefix; keys of nobody are absent."""
    if not prefixes:
        return {}
    listed = select(col(ApiKey.prefix), col(ApiKey.staff_id)).where(
        col(ApiKey.prefix).in_(sorted(prefixes)), col(ApiKey.staff_id).is_not(None)
    )
    return {prefix: staff_id for prefix, staff_id in (await session.execute(listed)).all() if staff_id is not None}


async def keys(session: AsyncSession, prefixes: Collection[str]) -> dict[str, str]:
    """What keys are called, by their prefixes."""
    if not prefixes:
        return {}
    listed = select(col(ApiKey.prefix), col(ApiKey.name)).where(col(ApiKey.prefix).in_(sorted(prefixes)))
    return {row.prefix: row.name for row in (await session.execute(listed)).all()}


async def colleagues(session: AsyncSession) -> Sequence[Staff]:
    """Whom a ticket may be given to, by name."""
    listed = select(Staff).where(col(Staff.active)).order_by(col(Staff.name), col(Staff.staff_id)).limit(MOST_PEOPLE)
    return (await session.scalars(listed)).all()


async def groups(session: AsyncSession) -> Sequence[Group]:
    """All groups, by name."""
    return (await session.scalars(select(Group).order_by(col(Group.name)).limit(MOST_PEOPLE))).all()


async def accounts(session: AsyncSession, ids: Collection[UUID | None]) -> dict[UUID, Account]:
    """Accounts, as far as they are known."""
    wanted = sorted({each for each in ids if each is not None})
    rows = await session.scalars(select(Account).where(col(Account.account_id).in_(wanted))) if wanted else ()
    return {row.account_id: row for row in rows}
