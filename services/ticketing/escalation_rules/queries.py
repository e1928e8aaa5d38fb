"""Reading escalation rules, what is due by them, and what they did."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.escalation_rules.models import EscalationLevel, RulesReview
from services.ticketing.escalation_rules.schemas import RuleFilters
from services.ticketing.routing.models import Group
from services.ticketing.sla.level_models import EscalationRule, SlaUnseen
from services.ticketing.sla.models import SlaClock
from services.ticketing.tickets.models import Ticket
from shared.db.statements import fetch
from shared.http.errors import NotFound

MOST_FIRED = 100  # of one ticket, newest
UNSOLVED = ("new", "open", "pending", "on_hold")

_NEWEST_UNSOLVED = """
SELECT newest.id
FROM unnest($1::text[]) AS asked (status)
     CROSS JOIN LATERAL (
         SELECT id FROM ticket WHERE ticket.status = asked.status ORDER BY ticket.id DESC LIMIT $2
     ) AS newest
ORDER BY newest.id DESC LIMIT $2
"""


def rules(filters: RuleFilters) -> Select[EscalationRule]:
    """The newest version of each rule, by rank."""
    listed = (
        select(EscalationRule)
        .where(col(EscalationRule.newest), col(EscalationRule.deleted).is_(False))
        .order_by(col(EscalationRule.rank), col(EscalationRule.id))
    )
    return listed if filters.active is None else listed.where(col(EscalationRule.active) == filters.active)


async def rule(session: AsyncSession, rule_id: UUID, *, lock: bool = False) -> EscalationRule:
    """A rule in its newest version. Raises NotFound.

    lock: keep others from changing it. The lock lies on the first version, since another one may be the
    newest by the time it is got.
    """
    if lock:
        await session.execute(
            select(col(EscalationRule.id))
            .where(col(EscalationRule.id) == rule_id, col(EscalationRule.version) == 1)
            .with_for_update()
        )
    found = await session.scalar(
        select(EscalationRule).where(col(EscalationRule.id) == rule_id, col(EscalationRule.newest))
    )
    if found is None or found.deleted:
        raise NotFound("There is no escalation rule with this id.")
    return found


async def known_groups(session: AsyncSession, group_ids: Iterable[UUID]) -> set[UUID]:
    """Those of these groups that there are."""
    return set(await session.scalars(select(col(Group.id)).where(col(Group.id).in_(sorted(set(group_ids))))))


def due(at: datetime, limit: int) -> Select[SlaClock, Ticket]:
    """Clocks that reached a level before this instant, the longest due first, locked with their tickets.

    What somebody else has locked is left out: it is found the next time.
    """
    return (
        select(SlaClock, Ticket)
        .join(Ticket, col(Ticket.id) == col(SlaClock.ticket_id))
        .where(col(SlaClock.levels_at) < at)
        .order_by(col(SlaClock.levels_at))
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True)
        .execution_options(populate_existing=True)
    )


def unseen(limit: int) -> Select[SlaUnseen, SlaClock, Ticket]:
    """What clocks passed while nobody looked, the longest ago first, locked with the clocks and their tickets."""
    return (
        select(SlaUnseen, SlaClock, Ticket)
        .join(SlaClock, col(SlaClock.id) == col(SlaUnseen.clock_id))
        .join(Ticket, col(Ticket.id) == col(SlaClock.ticket_id))
        .order_by(col(SlaUnseen.until))
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True)
        .execution_options(populate_existing=True)
    )


async def is_known(session: AsyncSession, clock_id: UUID, rule_id: UUID, level: str) -> bool:
    """Was this level of the clock's cycle seen before? For somebody who holds the ticket's row."""
    return bool(
        await session.scalar(
            select(
                exists().where(
                    col(EscalationLevel.clock_id) == clock_id,
                    col(EscalationLevel.rule_id) == rule_id,
                    col(EscalationLevel.level) == level,
                )
            )
        )
    )


async def fired(session: AsyncSession, ticket_id: UUID) -> Sequence[EscalationLevel]:
    """The levels that a ticket's clocks reached, newest first."""
    rows = await session.scalars(
        select(EscalationLevel)
        .where(col(EscalationLevel.ticket_id) == ticket_id)
        .order_by(col(EscalationLevel.id).desc())
        .limit(MOST_FIRED)
    )
    return rows.all()


async def seen_of(session: AsyncSession, clock_ids: Iterable[UUID]) -> set[tuple[UUID, UUID, str]]:
    """Clock, rule and level of what was seen on these clocks."""
    rows = await session.execute(
        select(col(EscalationLevel.clock_id), col(EscalationLevel.rule_id), col(EscalationLevel.level)).where(
            col(EscalationLevel.clock_id).in_(sorted(clock_ids))
        )
    )
    return {(row.clock_id, row.rule_id, row.level) for row in rows}


async def open_clocks(session: AsyncSession, ticket_ids: Iterable[UUID]) -> Sequence[SlaClock]:
    """The clocks of tickets that run or stand still."""
    rows = await session.scalars(
        select(SlaClock)
        .where(col(SlaClock.ticket_id).in_(sorted(ticket_ids)), col(SlaClock.state).in_(("running", "paused")))
        .order_by(col(SlaClock.ticket_id), col(SlaClock.metric), col(SlaClock.cycle))
    )
    return rows.all()


async def newest_unsolved(session: AsyncSession, limit: int) -> Sequence[Ticket]:
    """The newest tickets that are not solved."""
    ids = [row.id for row in await fetch(session, _NEWEST_UNSOLVED, list(UNSOLVED), limit)]
    rows = await session.scalars(select(Ticket).where(col(Ticket.id).in_(ids)).order_by(col(Ticket.id)))
    return rows.all()


def waiting_review() -> Select[RulesReview]:
    """The rule whose change is to reach more clocks now, locked."""
    return (
        select(RulesReview)
        .where(col(RulesReview.due_at) <= func.now())
        .order_by(col(RulesReview.due_at))
        .limit(1)
        .with_for_update(skip_locked=True)
    )
