"""The driver's statements are in the transaction and the savepoint of the session, whichever way they go."""

from collections.abc import AsyncIterator

import asyncpg
import pytest
from sqlalchemy import text

from shared.db.session import Database
from shared.db.statements import fetch
from shared.events.transaction import transaction
from tests.fixtures.servers import MakeDatabase

ADD = """
INSERT INTO agent_group (id, version, created_at, updated_at, name)
VALUES (gen_random_uuid(), 1, now(), now(), $1) RETURNING name
"""
NAMES = "SELECT name FROM agent_group WHERE name <> 'customer-care' ORDER BY name"


@pytest.fixture
async def database(fresh_database: MakeDatabase) -> AsyncIterator[Database]:
    made = Database("ticketing", fresh_database("ticketing"), pool_size=2)
    yield made
    await made.close()


async def names(database: Database) -> list[str]:
    async with transaction(database) as session:
        return [row.name for row in await fetch(session, NAMES)]


async def test_all_are_undone_together(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        await _add_and_fail(database)
    assert await names(database) == []


async def _add_and_fail(database: Database) -> None:
    async with transaction(database) as session:
        for name in ("a", "b", "c"):
            await fetch(session, ADD, name)
        raise ZeroDivisionError


async def test_a_savepoint_undoes_its_own_alone(database: Database) -> None:
    async def add_twice() -> None:
        async with session.begin_nested():
            await fetch(session, ADD, "inner")
            await fetch(session, NAMES)
            await fetch(session, ADD, "inner")  # by the driver: the name is taken

    async with transaction(database) as session:
        await fetch(session, ADD, "first")
        await fetch(session, ADD, "second")
        with pytest.raises(asyncpg.UniqueViolationError):
            await add_twice()
        await fetch(session, ADD, "third")
        await session.execute(text("SELECT 1"))
        await fetch(session, ADD, "fourth")
    assert await names(database) == ["first", "fourth", "second", "third"]


async def test_each_transaction_of_a_session_begins_anew(database: Database) -> None:
    async with database.session() as session:
        for name in ("one", "two", "three"):
            await session.begin()
            await fetch(session, ADD, name)
            await fetch(session, ADD, f"{name} more")
            await (session.rollback() if name == "two" else session.commit())
    assert await names(database) == ["one", "one more", "three", "three more"]


async def test_a_row_has_no_other_attributes(database: Database) -> None:
    async with transaction(database) as session:
        for _ in range(2):
            [row] = await fetch(session, "SELECT 1 AS one")
            assert (row.one, tuple(row), hasattr(row, "two")) == (1, (1,), False)
