"""A statement that is a whole transaction: it is kept with the facts that it stores, and nothing comes after it."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from shared.db import alone
from shared.db.alone import AlreadyDone
from shared.db.session import Database
from shared.events import outbox
from shared.events.outbox import tell
from shared.events.tables import InboxRow
from shared.events.transaction import transaction
from shared.events.writing import write_later
from shared.ids import uuid7
from tests.shared.events.conftest import answer, cause, execute, rows, with_tables

KEEP = (
    "WITH kept AS (INSERT INTO inbox (event_id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING event_id), "
    f"told AS ({outbox.storing(2, where='EXISTS (SELECT FROM kept)')}) SELECT event_id FROM kept"
)
SLOWLY = "WITH kept AS (INSERT INTO inbox (event_id) VALUES ($1) RETURNING event_id) SELECT pg_sleep(60) FROM kept"


class Broken(Exception):
    """What a test raises."""


@pytest.fixture
async def database(new_database: Any) -> Database:
    return await with_tables(new_database("feedback"))


async def keep(session: AsyncSession, event_id: Any) -> bool:
    """A deed of one statement: a row and the fact that tells of it. Answers whether the row is new."""
    tell(session, answer(), cause(), trace_id=uuid7())
    return bool(await alone.fetch(session, KEEP, event_id, *outbox.hand_over(session.sync_session)))


async def kept(database: Database) -> tuple[int, int]:
    """How many rows and facts are stored."""
    return (
        len(await rows(database, "SELECT event_id FROM inbox")),
        len(await rows(database, "SELECT id FROM outbox")),
    )


async def test_row_and_fact_are_kept_without_a_begin_or_a_commit(database: Database) -> None:
    seen: list[Any] = []
    for what in ("before_cursor_execute", "begin", "commit"):
        event.listen(database.engine.sync_engine, what, lambda *given: seen.append(given))
    rung: list[bool] = []
    database.when_facts_commit(lambda: rung.append(True))
    async with transaction(database) as session:
        assert await keep(session, uuid7())
    assert (seen, rung) == ([], [True])
    assert await kept(database) == (1, 1)


async def test_where_it_does_nothing_the_transaction_goes_on(database: Database) -> None:
    known = uuid7()
    for _ in range(2):
        async with transaction(database) as session:
            if not await keep(session, known):
                session.add(InboxRow(event_id=uuid7()))
                tell(session, answer(), cause(), trace_id=uuid7())
    assert await kept(database) == (2, 2)


async def test_inside_a_transaction_it_is_a_statement_like_any_other(database: Database) -> None:
    with contextlib.suppress(Broken):
        async with transaction(database) as session:
            await session.execute(text("SELECT 1"))
            assert await keep(session, uuid7())
            raise Broken
    assert await kept(database) == (0, 0)
    async with transaction(database) as session:
        await session.execute(text("SELECT 1"))
        assert await keep(session, uuid7())
        session.add(InboxRow(event_id=uuid7()))
    assert await kept(database) == (2, 1)


@pytest.mark.parametrize("in_a_savepoint", [True, False])
async def test_beside_what_waits_for_the_commit_it_is_one_too(database: Database, in_a_savepoint: bool) -> None:
    async with transaction(database) as session, session.begin_nested() if in_a_savepoint else contextlib.nullcontext():
        await record_a_row(session)
        assert await keep(session, uuid7())
    assert await kept(database) == (2, 1)


async def query(session: AsyncSession) -> None:
    await session.execute(text("SELECT 1"))


async def add_a_row(session: AsyncSession) -> None:
    session.add(InboxRow(event_id=uuid7()))


async def tell_a_fact(session: AsyncSession) -> None:
    tell(session, answer(), cause(), trace_id=uuid7())


async def record_a_row(session: AsyncSession) -> None:
    write_later(session, InboxRow, [{"event_id": uuid7()}])


@pytest.mark.parametrize("late", [query, add_a_row, tell_a_fact, record_a_row])
async def test_nothing_comes_after_it(database: Database, late: Callable[[AsyncSession], Awaitable[None]]) -> None:
    async def keep_and_go_on() -> None:
        async with transaction(database) as session:
            await keep(session, uuid7())
            await late(session)

    with pytest.raises(AlreadyDone):
        await keep_and_go_on()
    assert await kept(database) == (1, 1)


async def test_a_refused_statement_keeps_nothing_and_the_connection(database: Database) -> None:
    pids = set()
    for _ in range(3):
        with pytest.raises(asyncpg.NotNullViolationError):
            async with transaction(database) as session:
                await keep(session, None)
        pids.add((await rows(database, "SELECT pg_backend_pid() AS pid"))[0].pid)
    assert await kept(database) == (0, 0)
    assert len(pids) == 1


async def test_connections_that_were_lost_unused_are_replaced(database: Database) -> None:
    async with transaction(database) as session:
        await keep(session, uuid7())
    async with database.session() as one, database.session() as other:  # two lie in the pool afterwards
        await one.execute(text("SELECT 1"))
        await other.execute(text("SELECT 1"))
    await execute(
        database,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )
    await asyncio.sleep(0.1)  # until the driver has read of its end
    for _ in range(3):
        async with transaction(database) as session:
            await keep(session, uuid7())
    assert await kept(database) == (4, 4)


async def test_cancelled_in_the_middle_it_leaves_nothing(database: Database) -> None:
    async def wait() -> None:
        async with transaction(database) as session:
            await alone.fetch(session, SLOWLY, uuid7())

    waiting = asyncio.create_task(wait())
    await asyncio.sleep(0.3)
    waiting.cancel()
    await asyncio.wait([waiting], timeout=10)
    assert waiting.cancelled()
    async with transaction(database) as session:
        assert await keep(session, uuid7())
    assert await kept(database) == (1, 1)


async def test_what_is_only_read_needs_no_transaction(database: Database) -> None:
    seen: list[Any] = []
    for what in ("before_cursor_execute", "begin", "commit"):
        event.listen(database.engine.sync_engine, what, lambda *given: seen.append(given))
    async with transaction(database) as session:
        assert [list(row) for row in await alone.read(session, "SELECT $1::int", 7)] == [[7]]
    assert seen == []
    async with transaction(database) as session:
        await alone.read(session, "SELECT 1")
        session.add(InboxRow(event_id=uuid7()))
        tell(session, answer(), cause(), trace_id=uuid7())
    assert await kept(database) == (1, 1)


async def test_what_is_told_beside_a_read_is_kept(database: Database) -> None:
    async with transaction(database) as session:
        await alone.read(session, "SELECT 1")
        tell(session, answer(), cause(), trace_id=uuid7())
    assert await kept(database) == (0, 1)


async def test_a_read_is_alike_inside_and_outside_a_transaction(database: Database) -> None:
    mixed = """SELECT '{"n": 1e20, "deep": [1, null]}'::jsonb AS body, $1::jsonb AS sent"""
    async with transaction(database) as session:
        [outside] = await alone.read(session, mixed, '{"a": 1}')
        event_id = uuid7()
        session.add(InboxRow(event_id=event_id))
        await session.flush()
        [inside] = await alone.read(session, mixed, '{"a": 1}')
        assert await alone.read(session, "SELECT FROM inbox WHERE event_id = $1", event_id)
    read = [(row["body"], row["sent"]) for row in (inside, outside)]
    assert read == [({"n": 1e20, "deep": [1, None]}, {"a": 1})] * 2
    assert isinstance(outside["body"]["n"], float)


async def test_who_only_reads_cannot_write(database: Database) -> None:
    async def only_reading(deed: Callable[[AsyncSession], Awaitable[Any]]) -> None:
        async with transaction(database) as session:
            alone.only_read(session)
            await alone.read(session, "SELECT 1")
            await deed(session)

    with pytest.raises(DBAPIError, match="read-only transaction"):
        await only_reading(lambda session: session.execute(text("INSERT INTO inbox (event_id) VALUES (uuidv7())")))
    with pytest.raises(DBAPIError, match="read-only transaction"):
        await only_reading(lambda session: keep(session, uuid7()))
    assert await kept(database) == (0, 0)


async def test_what_is_read_apart_is_planned_for_its_parameters(database: Database) -> None:
    plans = "SELECT sum(generic_plans)::int AS for_all FROM pg_prepared_statements WHERE from_sql = $1"
    for read, planned_for_all in ((alone.read_apart, False), (alone.read, True)):
        async with transaction(database) as session:
            found = [await read(session, plans, False) for _ in range(10)]
        assert bool(found[-1][0]["for_all"]) == planned_for_all
