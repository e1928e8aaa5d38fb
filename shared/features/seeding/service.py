"""Storing what ships, and knowing that it is there."""

from collections.abc import Awaitable, Callable

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.session import Database
from shared.events.cause import Cause
from shared.features.seeding.models import Seeding
from shared.ops.health import Part

ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(23456)")


async def store(session: AsyncSession, cause: Cause, seed: Callable[[AsyncSession, Cause], Awaitable[None]]) -> None:
    """Run a service's seed, one at a time, and leave the mark."""
    await session.execute(ONE_AT_A_TIME)
    await seed(session, cause)
    await session.execute(insert(Seeding).values(id=1, seeded_at=cause.at).on_conflict_do_nothing())


def seeded(database: Database) -> Part:
    """What ships is there."""

    async def check() -> bool:
        async with database.engine.connect() as connection:
            return bool((await connection.execute(text("SELECT EXISTS (SELECT FROM seeding)"))).scalar_one())

    return Part("seeds", check)
