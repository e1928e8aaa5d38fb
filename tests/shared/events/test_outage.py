"""The database goes away under load: whatever waited for it is applied when it is back, and nothing is put away."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from deploy.local import processes
from deploy.local.brokers import Broker
from deploy.local.postgres import Postgres
from shared.db.session import Database
from shared.events.kafka import Kafka
from tests.shared.events.conftest import EFFECTS, Bench, answer, rows, tell_answers, until, with_tables


@pytest.fixture
def durable_postgres(tmp_path: Path) -> Iterator[Postgres]:
    """A server of this test alone that keeps what it acknowledged, whatever ends it."""
    server = Postgres(tmp_path / "postgres", port=processes.free_port(), log=tmp_path / "postgres.log")
    server.start()
    yield server
    server.remove()


@pytest.fixture
async def lonely_bench(durable_postgres: Postgres, private_broker: Broker) -> AsyncIterator[Bench]:
    """A bench whose PostgreSQL is its own, to be stopped."""
    for name in ("feedback", "ticketing"):
        durable_postgres.execute(f"CREATE DATABASE {name}")
    feedback = await with_tables(Database("feedback", durable_postgres.url("feedback")))
    ticketing = await with_tables(Database("ticketing", durable_postgres.url("ticketing")), EFFECTS)
    embedded = private_broker.kind == "embedded"
    yield Bench(feedback, ticketing, Kafka(private_broker.bootstrap_servers, {}, 20 if embedded else 500, 10_000))
    await feedback.close()
    await ticketing.close()


@pytest.mark.parametrize("seconds", [5, pytest.param(60, marks=pytest.mark.full_matrix)])
async def test_a_database_outage_dead_letters_nothing(
    lonely_bench: Bench, durable_postgres: Postgres, seconds: int
) -> None:
    bench = lonely_bench
    stored: list[object] = []

    async def keep_telling() -> None:
        while True:
            try:
                stored.extend(await tell_answers(bench.feedback, answer()))
            except Exception:
                await asyncio.sleep(0.2)
            await asyncio.sleep(0.02)

    async with bench.relaying(), bench.consuming():
        telling = asyncio.create_task(keep_telling())
        await bench.until_effects(20)
        durable_postgres.stop("immediate")
        await asyncio.sleep(seconds)
        durable_postgres.start()
        before = len(stored)
        await until(lambda: asyncio.sleep(0, len(stored)), lambda count: count > before + 20, seconds=60)
        telling.cancel()
        await asyncio.gather(telling, return_exceptions=True)
        outbox = await until(lambda: rows(bench.feedback, "SELECT event_id FROM outbox"), bool)
        told = {row.event_id for row in outbox}
        effects = await until(bench.effects, lambda found: len(found) >= len(told), seconds=60)
    assert {effect.event_id for effect in effects} == told
    assert len(effects) == len(told)
    assert set(stored) <= told, "an answer that was acknowledged is gone"
    assert await until(lambda: rows(bench.ticketing, "SELECT error FROM dead_letter"), lambda _: True) == []
