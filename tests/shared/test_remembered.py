"""Definitions in memory: a change of this process is in use after its commit, another's a few seconds later."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from shared.db import remembered
from shared.db.remembered import Remembered
from shared.db.session import Database
from shared.db.statements import fetch
from shared.events.transaction import transaction
from tests.fixtures.servers import MakeDatabase

ADD = """
INSERT INTO agent_group (id, version, created_at, updated_at, name)
VALUES (gen_random_uuid(), 1, now(), now(), $1) RETURNING name
"""


async def _names(session: AsyncSession) -> set[str]:
    return {row.name for row in await fetch(session, "SELECT name FROM agent_group")}


GROUPS = Remembered(_names)


@pytest.fixture
async def database(fresh_database: MakeDatabase) -> AsyncIterator[Database]:
    made = Database("ticketing", fresh_database("ticketing"), pool_size=3)
    yield made
    await made.close()


async def known(database: Database) -> set[str]:
    async with transaction(database) as session:
        return await GROUPS.get(session) - {"customer-care"}


async def test_a_change_of_this_process_is_in_use_after_its_commit(database: Database) -> None:
    assert await known(database) == set()
    async with transaction(database) as session:
        remembered.forget_after(session)
        await fetch(session, ADD, "billing")
        assert "billing" in await GROUPS.get(session)
        assert await known(database) == set()
        async with session.begin_nested():  # its end is not the transaction's
            await fetch(session, ADD, "returns")
        assert await known(database) == set()
    assert await known(database) == {"billing", "returns"}


async def test_a_change_of_another_process_is_in_use_later(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await known(database) == set()
    async with transaction(database) as session:
        await fetch(session, ADD, "billing")
    assert await known(database) == set()
    async with transaction(database) as session:
        assert "billing" in await GROUPS.get(session, anew=True)
    monkeypatch.setattr(remembered, "HOLDS_SECONDS", 0.0)
    async with transaction(database) as session:
        await GROUPS.get(session, anew=True)
        await fetch(session, ADD, "returns")
    assert await known(database) == {"billing", "returns"}


async def test_what_was_read_before_a_change_is_not_kept_after_it(database: Database) -> None:
    async def read(session: AsyncSession) -> set[str]:
        names = await _names(session)
        if "billing" not in names:  # the change overtakes the first reading
            async with transaction(database) as changing:
                remembered.forget_after(changing)
                await fetch(changing, ADD, "billing")
        return names

    slow = Remembered(read)
    async with transaction(database) as session:
        assert "billing" not in await slow.get(session)
        assert "billing" in await slow.get(session)
