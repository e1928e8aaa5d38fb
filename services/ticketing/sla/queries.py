"""Reading SLA policies and clocks."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, bindparam, column, select, table
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.sla import open_hours
from services.ticketing.sla.clock import ClockState
from services.ticketing.sla.models import SlaClock, SlaPolicy, SlaStretch, SlaWatch
from services.ticketing.sla.past import Held, Named
from services.ticketing.sla.promises import Policy
from shared.db.remembered import Remembered
from shared.db.statements import fetch
from shared.http.errors import NotFound

TICKET = table("ticket", column("id"))
"""The row that orders a ticket's facts; whoever tells one holds it locked."""


def policies() -> Select[SlaPolicy]:
    """The newest version of each policy, in the order in which they are tried."""
    return select(SlaPolicy).where(col(SlaPolicy.newest)).order_by(col(SlaPolicy.rank), col(SlaPolicy.id))


async def policy(session: AsyncSession, policy_id: UUID, *, lock: bool = False) -> SlaPolicy:
    """A policy in its newest version. Raises NotFound.

    lock: keep others from changing it. The lock lies on the first version, since another one may be the
    newest by the time it is got.
    """
    if lock:
        await session.execute(
            select(col(SlaPolicy.id))
            .where(col(SlaPolicy.id) == policy_id, col(SlaPolicy.version) == 1)
            .with_for_update()
        )
    found = await session.scalar(select(SlaPolicy).where(col(SlaPolicy.id) == policy_id, col(SlaPolicy.newest)))
    if found is None:
        raise NotFound("There is no SLA policy with this id.")
    return found


async def in_force(session: AsyncSession, at: datetime) -> list[Policy]:
    """Each policy in the version that holds at an instant."""
    held = {policy.id: policy for effective_from, policy in await _KNOWN.get(session) if effective_from <= at}
    return list(held.values())  # of the versions of a policy the newest came last


async def _versions(session: AsyncSession) -> list[tuple[datetime, Policy]]:
    """All versions of all policies, in order, each with the time from which it holds."""
    rows = await session.scalars(select(SlaPolicy).order_by(col(SlaPolicy.id), col(SlaPolicy.version)))
    return [(row.effective_from, row.plain()) for row in rows]


_KNOWN = Remembered(_versions)


async def version_of(session: AsyncSession, policy_id: UUID, version: int) -> Policy:
    """One version of a policy."""
    for anew in (False, True):
        for _, known in await _KNOWN.get(session, anew=anew):
            if (known.id, known.version) == (policy_id, version):
                return known
    raise LookupError(f"There is no version {version} of the SLA policy {policy_id}.")


async def book(session: AsyncSession) -> list[Held]:
    """All versions of all policies, in the order of their ids and versions."""
    rows = await session.scalars(select(SlaPolicy).order_by(col(SlaPolicy.id), col(SlaPolicy.version)))
    return [Held(row.plain(), row.created_at, row.effective_from) for row in rows]


def clocks(ticket_id: UUID) -> Select[SlaClock]:
    """A ticket's clocks, the oldest first."""
    return (
        select(SlaClock)
        .where(col(SlaClock.ticket_id) == ticket_id)
        .order_by(col(SlaClock.started_at), col(SlaClock.id))
    )


async def promised_by(session: AsyncSession, ticket_ids: Sequence[UUID]) -> dict[UUID, Named]:
    """The version of a policy by which each ticket is promised now; left out are those that none took."""
    rows = await fetch(session, _PROMISED_BY, list(ticket_ids))
    return {row.ticket_id: Named(row.policy_id, row.policy_version) for row in rows}


# What most of its rows name, so that no single one decides; of equals the older policy.
_PROMISED_BY = """
SELECT DISTINCT ON (ticket_id) ticket_id, policy_id, policy_version
FROM (
    SELECT ticket_id, policy_id, policy_version FROM sla_clock WHERE ticket_id = ANY ($1)
    UNION ALL
    SELECT ticket_id, policy_id, policy_version FROM sla_watch WHERE ticket_id = ANY ($1) AND policy_id IS NOT NULL
) AS named
GROUP BY ticket_id, policy_id, policy_version
ORDER BY ticket_id, count(*) DESC, policy_id, policy_version
"""


async def check_ticket(session: AsyncSession, ticket_id: UUID) -> None:
    """Raises NotFound unless there is such a ticket."""
    if await session.scalar(select(TICKET.c.id).where(TICKET.c.id == ticket_id)) is None:
        raise NotFound("There is no ticket with this id.")


# Made once: to put it together takes as long as to ask.
_NEWEST_CYCLES = (
    select(SlaClock, SlaWatch)
    .outerjoin(SlaWatch, col(SlaWatch.ticket_id) == col(SlaClock.ticket_id))
    .where(
        col(SlaClock.id).in_(
            select(col(SlaClock.id))
            .ext(distinct_on(col(SlaClock.metric)))
            .where(col(SlaClock.ticket_id) == bindparam("ticket_id"))
            .order_by(col(SlaClock.metric), col(SlaClock.cycle).desc())
        )
    )
    .execution_options(populate_existing=True)
)


async def newest_cycles(session: AsyncSession, ticket_id: UUID) -> tuple[dict[str, SlaClock], SlaWatch | None]:
    """The newest cycle of each of a ticket's clocks, by metric, and what else is kept of it if anything is.

    For somebody who holds the ticket's row.
    """
    found = (await session.execute(_NEWEST_CYCLES, {"ticket_id": ticket_id})).all()
    if not found:
        return {}, await session.get(SlaWatch, ticket_id)
    return {row.metric: row for row, _ in found}, found[0].SlaWatch


def due(at: datetime, limit: int) -> Select[SlaClock]:
    """Clocks of which time alone has something to tell, the longest due first, locked with their tickets.

    What somebody else has locked is left out: they tell it themselves, or it is found the next time.
    """
    return (
        select(SlaClock)
        .join(TICKET, TICKET.c.id == col(SlaClock.ticket_id))
        .where(col(SlaClock.next_at) < at)
        .order_by(col(SlaClock.next_at))
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True)
    )


async def standings(session: AsyncSession, rows: Iterable[SlaClock]) -> dict[UUID, ClockState]:
    """The states that clocks keep, by clock id."""
    held = list(rows)
    hours = await open_hours.kept(session, (row.hours for row in held))
    return {row.id: row.standing(hours[row.hours]) for row in held}


async def trails(session: AsyncSession, rows: Iterable[SlaClock]) -> dict[UUID, list[ClockState]]:
    """All states that clocks have been in, the present one last, by clock id."""
    present = await standings(session, rows)
    pasts = (
        await session.scalars(
            select(SlaStretch).where(col(SlaStretch.clock_id).in_(present)).order_by(col(SlaStretch.since))
        )
    ).all()
    hours = await open_hours.kept(session, (past.hours for past in pasts))
    found: dict[UUID, list[ClockState]] = {clock_id: [] for clock_id in present}
    for past in pasts:
        found[past.clock_id].append(past.standing(present[past.clock_id], hours[past.hours]))
    for clock_id, state in present.items():
        found[clock_id].append(state)
    return found
