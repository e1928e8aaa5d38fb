"""How far a clock's levels have been looked at, and when to look next.

Clocks know of escalation rules only when their levels lie, never what becomes of them: that is done above, by a
job that takes what is due by `sla_clock.levels_at`. A clock that changes after a level was due, and before the
job came, leaves the state that it was in: so what fires does not depend on who came first.
"""

from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.sla import clock, levels
from services.ticketing.sla.clock import ClockState, State
from services.ticketing.sla.level_models import EscalationRule, SlaUnseen
from services.ticketing.sla.levels import MICROSECOND, Progress, Rule
from services.ticketing.sla.models import SlaClock
from shared.db.remembered import Remembered


async def all_rules(session: AsyncSession) -> list[Rule]:
    """All versions of all rules that ever held, each with the time in which it did, as the database has them now."""
    rows = (
        await session.scalars(select(EscalationRule).order_by(col(EscalationRule.id), col(EscalationRule.version)))
    ).all()
    ends = [later.updated_at if later.id == row.id else None for row, later in pairwise(rows)]
    return [
        rule_of(row, until) for row, until in zip(rows, [*ends, None], strict=False) if row.active and not row.deleted
    ]


RULES = Remembered(all_rules)


def rule_of(row: EscalationRule, until: datetime | None = None) -> Rule:
    """A version of a rule as it is reckoned with."""
    return Rule(
        id=row.id,
        version=row.version,
        name=row.name,
        rank=row.rank,
        metrics=frozenset(row.metrics),
        conditions=row.conditions,
        levels=[levels.level_of(body) for body in row.levels],
        held_from=row.updated_at,
        held_until=until,
    )


def move_on(row: SlaClock, before: ClockState, at: datetime, rules: list[Rule]) -> SlaUnseen | None:
    """A clock is about to leave a state: what was reached in it is past. Answers what nobody has looked at.

    row: still as `before` says. What is reached exactly at this instant is left to the next state. rules: also those
    that came since it was looked at last, which nobody had it looked at for yet.
    """
    if row.levels_at == at:
        return None
    if before.state is not State.RUNNING:  # its levels stand still with it
        row.look_at(*row.progress)
        return None
    passed = [time for time in (row.levels_at, levels.next_at(before, row.progress, rules)) if time and time < at]
    unseen = SlaUnseen.of(row, at) if passed else None
    _look(row, before, at, rules)
    return unseen


def look(row: SlaClock, state: ClockState, at: datetime, rules: list[Rule]) -> None:
    """What a clock reached before this instant was looked at, and is past. state: as the row says."""
    _look(row, state, at, rules)
    look_ahead(row, state, rules)


def _look(row: SlaClock, state: ClockState, at: datetime, rules: list[Rule]) -> None:
    exactly = any(each.at == at for each in levels.coming(state, row.progress, rules))
    row.look_at(clock.as_of(state, at).elapsed - (MICROSECOND if exactly else levels.NOTHING), state.target.seconds)


def look_ahead(row: SlaClock, state: ClockState, rules: list[Rule]) -> None:
    """Say when the next level is reached in this state, if any."""
    row.levels_at = levels.next_at(state, row.progress, rules)


def beginning(state: ClockState, rules: list[Rule]) -> dict[str, Any]:
    """The columns of a clock that has just started: not even what lies at its start is past."""
    start = Progress(-MICROSECOND, state.target.seconds)
    return {"levels_at": levels.next_at(state, start, rules), "levels_us": -1, "levels_target": state.target.seconds}
