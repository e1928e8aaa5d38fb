"""Levels fire by themselves, once a cycle, whoever looked and when.

What a level does is decided by the ticket as it is when the level is seen; whether it was reached, and when, by
timestamps alone. One that was reached before what its clock waits for happened, and is seen after it, is told and
recorded, and does nothing more.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.escalation_rules import actions, matching, people, queries
from services.ticketing.escalation_rules.actions import RECORDED, Fired
from services.ticketing.escalation_rules.models import EscalationLevel
from services.ticketing.sla import levels, looking, open_hours
from services.ticketing.sla.clock import ClockState, State
from services.ticketing.sla.level_models import SlaUnseen
from services.ticketing.sla.levels import Due, Progress, Rule
from services.ticketing.sla.models import MICROSECOND, SlaClock
from services.ticketing.tickets.models import Ticket
from shared.contracts.ticketing import EscalationLevelFired, LevelAction, LevelRecipient, SlaLevelDue
from shared.events import outbox
from shared.events.cause import Cause
from shared.features.audit import service as audit


async def fire_due_levels(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Fire what is due; answers how many clocks it looked at.

    at_most: clocks that somebody left before they were seen, and as many again that run.
    """
    passed = (await session.execute(queries.unseen(at_most))).all()
    running = (await session.execute(queries.due(cause.at, at_most))).all()
    if not passed and not running:
        return 0
    rules = await looking.all_rules(session)  # not from memory, which may lack the version that held
    for unseen, row, ticket in passed:
        await _fire_unseen(session, cause, rules, unseen, row, ticket)
    hours = await open_hours.kept(session, [row.hours for row, _ in running])
    for row, ticket in running:
        if row.state != State.RUNNING:  # an action of another level has changed it
            row.levels_at = None  # nothing is reached while it stands: else it would be found again and again
            continue
        if row.hours not in hours:
            hours |= await open_hours.kept(session, [row.hours])
        await _fire_running(session, cause, rules, row, ticket, row.standing(hours[row.hours]))
    return len(passed) + len(running)


async def _fire_unseen(
    session: AsyncSession, cause: Cause, rules: list[Rule], unseen: SlaUnseen, row: SlaClock, ticket: Ticket
) -> None:
    state = await past(session, unseen, row)
    progress = Progress(unseen.levels_us * MICROSECOND, unseen.levels_target)
    await session.delete(unseen)
    for each in levels.due(state, progress, rules, unseen.until):
        await _fire(session, cause, each, row, ticket, state)


async def _fire_running(
    session: AsyncSession, cause: Cause, rules: list[Rule], row: SlaClock, ticket: Ticket, state: ClockState
) -> None:
    reached = levels.due(state, row.progress, rules, cause.at)
    looking.look(row, state, cause.at, rules)
    await session.flush()  # an action may change the clock
    for each in reached:
        await _fire(session, cause, each, row, ticket, state)


async def past(session: AsyncSession, unseen: SlaUnseen, row: SlaClock) -> ClockState:
    """The state of a clock that has been left, as far as levels ask."""
    key = None
    if unseen.calendar_id is not None and unseen.calendar_version is not None:
        key = unseen.calendar_id, unseen.calendar_version
    calendar = (await open_hours.kept(session, [key]))[key]
    present = row.standing(calendar)
    return replace(
        present,
        target=replace(present.target, seconds=unseen.target_seconds),
        state=State.RUNNING,
        since=unseen.since,
        elapsed=unseen.elapsed_us * MICROSECOND,
        due_at=unseen.due_at,
        paused_at=None,
    )


async def _fire(
    session: AsyncSession, cause: Cause, due: Due, row: SlaClock, ticket: Ticket, state: ClockState
) -> None:
    """Fire one level, unless it was seen before or the rule is not for this ticket."""
    if ticket.silent or ticket.merged_into_id is not None:
        return
    known = await people.circle(session, [ticket])
    if not matching.fits(due.rule, ticket, known.tier(ticket)):
        return
    if await queries.is_known(session, row.id, due.rule.id, due.level.key):
        return
    heard = people.resolve(due.level, ticket, known, cause.at)
    fires = matching.escalates(ticket) and row.state in (State.RUNNING, State.PAUSED)
    _tell_due(session, cause, due, row, ticket, heard)
    done = [{"do": action["do"], "result": RECORDED} for action in due.level.body["actions"]]
    if fires:
        level = Fired(due, row, state, ticket, heard, known, cause)
        done = await actions.act(session, level)
        await actions.tell_watchers(session, level)
        _tell_fired(session, cause, due, row, ticket, done)
    kept = EscalationLevel(
        clock_id=row.id,
        rule_id=due.rule.id,
        rule_version=due.rule.version,
        level=due.level.key,
        ticket_id=ticket.id,
        metric=row.metric,
        cycle=row.cycle,
        state="fired" if fires else RECORDED,
        due_at=due.at,
        detected_at=cause.at,
        recipients=[LevelRecipient(**each.shown()).model_dump(mode="json") for each in heard],
        actions=done,
    )
    session.add(kept)
    await audit.record(
        session,
        cause,
        action="ticket.escalation_level",
        entity="ticket",
        entity_id=ticket.id,
        after={**kept.model_dump(include={"rule_id", "level", "metric", "cycle", "due_at", "state"}), "actions": done},
    )


def _tell_due(
    session: AsyncSession, cause: Cause, due: Due, row: SlaClock, ticket: Ticket, heard: list[people.Heard]
) -> None:
    fact = SlaLevelDue(
        **_named(due, row, ticket),
        due_at=due.at,
        detected_at=cause.at,
        late_seconds=late_seconds(due.at, cause.at),
        recipients=tuple(LevelRecipient(**each.shown()) for each in heard),
    )
    outbox.tell(session, fact, cause, trace_id=ticket.trace_id, time=due.at)


def _tell_fired(
    session: AsyncSession, cause: Cause, due: Due, row: SlaClock, ticket: Ticket, done: list[dict[str, str]]
) -> None:
    fact = EscalationLevelFired(
        **_named(due, row, ticket),
        due_at=due.at,
        fired_at=cause.at,
        actions=tuple(LevelAction(**each) for each in done),
    )
    outbox.tell(session, fact, cause, trace_id=ticket.trace_id)


def _named(due: Due, row: SlaClock, ticket: Ticket) -> dict[str, object]:
    return {
        "ticket_id": ticket.id,
        "account_id": ticket.account_id,
        "clock_id": row.id,
        "metric": row.metric,
        "cycle": row.cycle,
        "rule_id": due.rule.id,
        "rule_version": due.rule.version,
        "level": due.level.key,
    }


def late_seconds(due_at: datetime, seen_at: datetime) -> int:
    """Whole seconds from when a level was due to when that was seen."""
    return int((seen_at - due_at).total_seconds())
