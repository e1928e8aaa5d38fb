"""What would fire when, for whom: reads only, and by the same reckoning as what fires."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.escalation_rules import matching, people, queries
from services.ticketing.escalation_rules.schemas import ComingLevelOut, RuleDryRunIn, RuleDryRunOut, TicketLevelsOut
from services.ticketing.sla import levels, looking
from services.ticketing.sla import queries as sla
from services.ticketing.sla.clock import ClockState, State
from services.ticketing.sla.levels import Level, Rule
from services.ticketing.sla.models import SlaClock
from services.ticketing.tickets import queries as ticket_queries
from services.ticketing.tickets.models import Ticket
from shared.events.cause import Cause

MOST_TICKETS = 100  # of a dry run that names none
MOST_SHOWN = 500  # levels


async def of_ticket(session: AsyncSession, cause: Cause, ticket_id: UUID) -> TicketLevelsOut:
    """What fired on a ticket, and what is coming. Raises NotFound."""
    ticket = await ticket_queries.ticket(session, ticket_id)
    rules = [rule for rule in await looking.all_rules(session) if rule.held_until is None]
    return TicketLevelsOut.of(await queries.fired(session, ticket_id), await coming(session, [ticket], rules, cause.at))


async def dry_run(session: AsyncSession, cause: Cause, rule_id: UUID, body: RuleDryRunIn) -> RuleDryRunOut:
    """What a rule would do, were it active from now on if it is not. Raises NotFound."""
    row = await queries.rule(session, rule_id)
    rule = looking.rule_of(row)
    if body.ticket_id is None:
        tickets = await queries.newest_unsolved(session, MOST_TICKETS)
    else:
        tickets = [await ticket_queries.ticket(session, body.ticket_id)]
    found = await coming(session, tickets, [rule], cause.at, None if row.active else cause.at)
    return RuleDryRunOut(as_of=cause.at, tickets=len(tickets), would_fire=found)


async def coming(
    session: AsyncSession,
    tickets: Sequence[Ticket],
    rules: Iterable[Rule],
    at: datetime,
    holds_from: datetime | None = None,
) -> list[ComingLevelOut]:
    """The levels that clocks have not reached, the soonest first, paused ones last.

    holds_from: from when the rules hold, where they do not say it themselves.
    """
    escalating = {ticket.id: ticket for ticket in tickets if matching.escalates(ticket)}
    if not escalating:
        return []
    known = await people.circle(session, escalating.values())
    rows = await queries.open_clocks(session, escalating)
    standing = await sla.standings(session, rows)
    seen = await queries.seen_of(session, [row.id for row in rows])
    held = list(rules)
    found = []
    for row in rows:
        ticket, state = escalating[row.ticket_id], standing[row.id]
        for rule, level in levels.left(state, row.progress, held):
            if (row.id, rule.id, level.key) in seen or not matching.fits(rule, ticket, known.tier(ticket)):
                continue
            reached = levels.reached_at(state, level) if state.state is State.RUNNING else None
            if _will_come(state, reached, holds_from or rule.held_from):
                found.append(_coming(row, rule, level, reached, people.resolve(level, ticket, known, at)))
    return sorted(found, key=_soonest)[:MOST_SHOWN]


def _will_come(state: ClockState, reached: datetime | None, held_from: datetime) -> bool:
    """Not what was reached before the rule held, nor what no calendar ever reaches."""
    return held_from <= reached if reached is not None else state.state is not State.RUNNING


def _soonest(level: ComingLevelOut) -> tuple[bool, float, UUID]:
    return level.at is None, level.at.timestamp() if level.at else 0.0, level.clock_id


def _coming(
    row: SlaClock, rule: Rule, level: Level, reached: datetime | None, heard: Sequence[people.Heard]
) -> ComingLevelOut:
    return ComingLevelOut.model_validate(
        {
            "ticket_id": row.ticket_id,
            "clock_id": row.id,
            "metric": row.metric,
            "cycle": row.cycle,
            "rule_id": rule.id,
            "rule_version": rule.version,
            "level": level.key,
            "at": reached,
            "recipients": [each.shown() for each in heard],
            "actions": [action["do"] for action in level.body["actions"]],
        }
    )
