"""A fact is stored exactly when the transaction that made it true is."""

import asyncio
import contextlib
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from shared.db.session import Database
from shared.events.outbox import FactTooLarge, hand_over, storing, tell
from shared.events.tables import LARGEST_PAYLOAD
from shared.events.transaction import transaction
from tests.shared.events.conftest import answer, cause, rows, tell_answers, with_tables


class Broken(Exception):
    """What a test raises."""


@pytest.fixture
async def database(new_database: Any) -> Database:
    return await with_tables(new_database("feedback"))


async def scores(database: Database) -> list[int]:
    """The scores of the stored facts, in the order of writing."""
    found = await rows(
        database, "SELECT (convert_from(payload, 'UTF8')::jsonb->>'score')::int AS score FROM outbox ORDER BY id"
    )
    return [row.score for row in found]


async def test_facts_are_stored_in_the_order_of_telling(database: Database) -> None:
    await tell_answers(database, *(answer(score=number) for number in range(10)))
    assert await scores(database) == list(range(10))


async def test_a_failed_transaction_tells_nothing(database: Database) -> None:
    with contextlib.suppress(Broken):
        async with transaction(database) as session:
            tell(session, answer(), cause(), trace_id=answer().response_id)
            raise Broken
    assert await scores(database) == []


async def test_a_rolled_back_savepoint_drops_its_own_facts_only(database: Database) -> None:
    async with transaction(database) as session:
        tell(session, answer(score=1), cause(), trace_id=answer().response_id)
        with contextlib.suppress(Broken):
            async with session.begin_nested():
                tell(session, answer(score=2), cause(), trace_id=answer().response_id)
                async with session.begin_nested():
                    tell(session, answer(score=3), cause(), trace_id=answer().response_id)
                raise Broken
        async with session.begin_nested():
            tell(session, answer(score=4), cause(), trace_id=answer().response_id)
            async with session.begin_nested():
                tell(session, answer(score=5), cause(), trace_id=answer().response_id)
        await session.execute(text("SELECT 1"))
        tell(session, answer(score=6), cause(), trace_id=answer().response_id)
    assert await scores(database) == [1, 4, 5, 6]


async def test_facts_that_statements_took_over_are_stored_once_and_wake_the_relay(database: Database) -> None:
    rung: list[int] = []
    database.when_facts_commit(lambda: rung.append(1))
    async with transaction(database) as session:
        for score in (1, 2):
            tell(session, answer(score=score), cause(), trace_id=answer().response_id)
            await session.run_sync(store_now)
        await session.run_sync(store_now)  # nothing was told since
    assert (await scores(database), rung) == ([1, 2], [1])


def store_now(session: Session) -> None:
    session.connection().exec_driver_sql(storing(), hand_over(session))


async def test_no_fact_without_its_state_wherever_a_request_is_cancelled(database: Database) -> None:
    """The client goes away at each await in turn: state and fact are there together, or neither is."""
    async with transaction(database) as session:
        await session.execute(text("CREATE TABLE state (score int)"))

    async def change(score: int) -> None:
        async with transaction(database) as session:
            await session.execute(text("INSERT INTO state VALUES (:score)"), {"score": score})
            tell(session, answer(score=score), cause(), trace_id=answer().response_id)
            await session.execute(text("SELECT 1"))

    for turns in range(60):
        task = asyncio.create_task(change(turns))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    stored = await rows(database, "SELECT score FROM state ORDER BY score")
    assert sorted(await scores(database)) == [row.score for row in stored]


async def test_a_fact_that_no_broker_would_take_is_refused_at_once(database: Database) -> None:
    huge = answer().model_copy(update={"comment": "x" * LARGEST_PAYLOAD})
    with pytest.raises(FactTooLarge):
        async with transaction(database) as session:
            tell(session, huge, cause(), trace_id=huge.response_id)
    assert await scores(database) == []


async def test_a_fact_told_where_nobody_would_store_it_is_refused(database: Database) -> None:
    async with database.session() as session, session.begin():
        with pytest.raises(RuntimeError, match="inside a transaction"):
            tell(session, answer(), cause(), trace_id=answer().response_id)
