"""One transaction per request, handled batch or job run. Application code never commits."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.session import Database
from shared.events.outbox import store_told_facts
from shared.ops.crash import crash_here


@asynccontextmanager
async def transaction(database: Database) -> AsyncIterator[AsyncSession]:
    """Begin; on a clean end store the told facts and commit, else roll back. State and fact go together."""
    async with database.session() as session:
        async with session.begin():
            yield session
            await session.flush()
            told = await store_told_facts(session)
            crash_here("before_commit")
        crash_here("after_commit")
    if told:
        database.facts_committed()
