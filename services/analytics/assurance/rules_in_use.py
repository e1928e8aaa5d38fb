"""The book of rules that the observer has in hand, compiled once for each state of the rules."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.analytics.assurance.models import AssuranceRule
from services.analytics.assurance.rules import RuleBook, compiled

# A new rule waits for the batches that began without it, and takes in their facts itself: none falls between.
READ_LOCK = "SELECT pg_advisory_xact_lock_shared(hashtext('assurance rules'))"
WRITE_LOCK = "SELECT pg_advisory_xact_lock(hashtext('assurance rules'))"

State = tuple[tuple[UUID, datetime | None], ...]

_compiled: dict[State, RuleBook] = {}
_KEPT = 8  # states; tests have several databases in one process


async def book(session: AsyncSession) -> RuleBook:
    """All rules as they stand; they stand still until the transaction ends."""
    connection = await session.connection()
    await connection.exec_driver_sql(READ_LOCK)
    return await _read(session)


async def book_for_change(session: AsyncSession) -> None:
    """Wait until nobody reads the rules, and keep everybody from it until the transaction ends."""
    connection = await session.connection()
    await connection.exec_driver_sql(WRITE_LOCK)


async def changed_book(session: AsyncSession) -> RuleBook:
    """The rules as this transaction, which holds them for change, has written them."""
    return await _read(session)


async def _read(session: AsyncSession) -> RuleBook:
    columns = select(col(AssuranceRule.id), col(AssuranceRule.ended_at)).order_by(col(AssuranceRule.id))
    state: State = tuple((row.id, row.ended_at) for row in await session.execute(columns))
    if state not in _compiled:
        rows = await session.scalars(select(AssuranceRule))
        rules = [compiled(row.rule_id, row.version, row.body, row.effective_from, row.ended_at) for row in rows]
        while len(_compiled) >= _KEPT:
            del _compiled[next(iter(_compiled))]
        _compiled[state] = RuleBook(rules)
    return _compiled[state]
