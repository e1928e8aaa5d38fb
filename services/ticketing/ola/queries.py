"""Reading suppliers, what groups promise, and internal clocks."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple, get_args
from uuid import UUID

from sqlalchemy import Select, column, select, table
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.ola.models import OPEN, OlaClock, OlaTarget, Supplier
from services.ticketing.ola.schemas import SupplierFilters
from services.ticketing.ola.stays import Metric
from services.ticketing.sla import open_hours
from services.ticketing.sla.promises import Promise
from shared.db import alone
from shared.db.filtering import narrowed
from shared.db.remembered import Remembered
from shared.db.statements import fetch, flush
from shared.http.errors import NotFound

TICKET = table("ticket", column("id"))
"""The row that orders a ticket's facts; whoever tells one holds it locked."""


class Terms(NamedTuple):
    """So many seconds, of a calendar or 24x7."""

    seconds: int
    calendar_id: UUID | None


def suppliers(filters: SupplierFilters) -> Select[Supplier]:
    """Suppliers, in the order of their making."""
    return narrowed(select(Supplier).order_by(col(Supplier.id)), Supplier, filters)


async def supplier(session: AsyncSession, supplier_id: UUID, *, lock: bool = False) -> Supplier:
    """One supplier. Raises NotFound."""
    found = await session.get(Supplier, supplier_id, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is no supplier with this id.")
    return found


async def known_supplier(session: AsyncSession, supplier_id: UUID) -> Supplier | None:
    """One supplier, if there is one of this id."""
    return await session.get(Supplier, supplier_id)


async def target(session: AsyncSession, group_id: UUID, *, lock: bool = False) -> OlaTarget | None:
    """What a group promises; None where nobody has said."""
    return await session.get(OlaTarget, group_id, with_for_update=lock or None, populate_existing=lock)


async def _terms(session: AsyncSession) -> dict[tuple[str, UUID], Terms]:
    """What everybody promises, by metric and by group or supplier."""
    found: dict[tuple[str, UUID], Terms] = {}
    for row in await session.scalars(select(OlaTarget)):
        for metric, seconds in (("pickup", row.pickup_seconds), ("handling", row.handling_seconds)):
            if seconds is not None:
                found[metric, row.group_id] = Terms(seconds, row.calendar_id)
    for held in await session.scalars(select(Supplier)):
        found["supplier_wait", held.id] = Terms(held.target_seconds, held.calendar_id)
    return found


TERMS = Remembered(_terms)


async def promises(session: AsyncSession, wanted: Collection[tuple[str, UUID]]) -> dict[tuple[str, UUID], Promise]:
    """What is promised by these metrics of these groups and suppliers, as clocks take it."""
    known = await TERMS.get(session)
    terms = {key: known[key] for key in wanted if key in known}
    hours = await open_hours.newest(session, {each.calendar_id for each in terms.values() if each.calendar_id})
    found = {}
    for key, each in terms.items():
        open_in = hours.get(each.calendar_id) if each.calendar_id else None
        found[key] = Promise(
            seconds=each.seconds,
            calendar=open_in.calendar if open_in else None,
            calendar_id=each.calendar_id if open_in else None,
            calendar_version=open_in.version if open_in else None,
        )
    return found


def clocks(ticket_id: UUID) -> Select[OlaClock]:
    """A ticket's stays, the oldest first."""
    return select(OlaClock).where(col(OlaClock.ticket_id) == ticket_id).order_by(col(OlaClock.id))


_ANY_OPEN = f"SELECT 1 FROM ola_clock WHERE ticket_id = $1 AND {OPEN} LIMIT 1"  # noqa: S608
"""Asked of the driver: nothing costs it a quarter of what it costs the ORM."""


async def open_clocks(session: AsyncSession, ticket_id: UUID) -> dict[Metric, OlaClock]:
    """A ticket's open stays. For somebody who holds its row. Most tickets have none."""
    await flush(session)
    if not await fetch(session, _ANY_OPEN, ticket_id):
        return {}
    rows = await session.scalars(
        clocks(ticket_id)
        .where(col(OlaClock.state).in_(("running", "paused")))
        .execution_options(populate_existing=True)
    )
    held = {row.metric: row for row in rows}
    return {metric: held[metric] for metric in get_args(Metric) if metric in held}


def due(at: datetime, limit: int) -> Select[OlaClock]:
    """Stays of which time alone has something to tell, the longest due first, locked with their tickets."""
    return (
        select(OlaClock)
        .join(TICKET, TICKET.c.id == col(OlaClock.ticket_id))
        .where(col(OlaClock.next_at) < at)
        .order_by(col(OlaClock.next_at))
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True)
    )


_ENDED = """
SELECT count(*) AS ended, count(breached_at) AS breached,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY elapsed_us) / 1000000 AS median_seconds,
       percentile_disc(0.9) WITHIN GROUP (ORDER BY elapsed_us) / 1000000 AS p90_seconds,
       max(elapsed_us) / 1000000 AS longest_seconds, (coalesce(sum(elapsed_us), 0) / 1000000)::bigint AS total_seconds
FROM ola_clock
WHERE {whose} AND state = 'fulfilled' AND since >= $2 AND since < $3
"""
_OPEN = f"""
SELECT count(*) AS open, count(*) FILTER (WHERE breached_at IS NOT NULL OR due_at < $2) AS open_breached
FROM ola_clock WHERE {{whose}} AND {OPEN}
"""  # noqa: S608 - our own words


async def counts(
    session: AsyncSession, metric: Metric, holder: UUID, starts_at: datetime, ends_at: datetime, now: datetime
) -> dict[str, Any]:
    """What `OlaCounts` says of a group's or a supplier's stays."""
    whose = "supplier_id = $1" if metric == "supplier_wait" else f"group_id = $1 AND metric = '{metric}'"
    [ended] = await alone.read(session, _ENDED.format(whose=whose), holder, starts_at, ends_at)
    [held] = await alone.read(session, _OPEN.format(whose=whose), holder, now)
    return {**ended, **held}
