"""The broker is away, and comes back as it was or empty: what was told meanwhile is published soon after."""

import asyncio
import shutil
import time
import uuid
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest

from deploy.local.brokers import Broker
from deploy.local.kafka.server import KafkaServer
from tests.shared.events.conftest import Bench, answer, rows, tell_answers, until

RATE = 100  # facts a second
PUBLISHED_WITHIN = 10.0  # seconds from when the broker answers again
UNPUBLISHED = "SELECT id FROM outbox WHERE published_at IS NULL"


@pytest.mark.parametrize("seconds", [3, pytest.param(180, marks=[pytest.mark.full_matrix, pytest.mark.timeout(600)])])
async def test_what_was_told_while_the_broker_was_down_is_published_soon_after(
    bench: Bench, private_broker: Broker, seconds: int
) -> None:
    """The embedded broker has another address after a start, so its relay and listener are started anew, as the
    launcher does; on Apache Kafka they live through it."""
    async with AsyncExitStack() as running:
        await running.enter_async_context(bench.relaying())
        await running.enter_async_context(bench.consuming())
        ids = await tell_answers(bench.feedback, answer())
        await bench.until_effects(1)
        private_broker.kill()
        ids += await tell_at(bench, RATE, seconds)
        assert len(await rows(bench.feedback, UNPUBLISHED)) >= len(ids) - 1
        private_broker.start()
        back = time.monotonic()
        if private_broker.kind == "embedded":
            await running.aclose()
            bench.kafka = replace(bench.kafka, bootstrap_servers=private_broker.bootstrap_servers)
            await running.enter_async_context(bench.relaying())
            await running.enter_async_context(bench.consuming())
        await until(lambda: rows(bench.feedback, UNPUBLISHED), lambda waiting: not waiting, seconds=60)
        took = time.monotonic() - back
        effects = await bench.until_effects(len(ids), seconds=120)
    print(f"{len(ids)} facts published {took:.1f} s after the broker was back")
    assert sorted(effect.event_id for effect in effects) == sorted(ids)
    assert took <= PUBLISHED_WITHIN


@pytest.mark.kafka
async def test_an_empty_cluster_at_the_same_address_gets_the_retained_facts(
    bench: Bench, private_broker: Broker
) -> None:
    """Under a relay and a listener that live through it."""
    if not isinstance(private_broker, KafkaServer):
        pytest.skip("the embedded broker never has the same address again")
    async with bench.relaying(), bench.consuming():
        ids = await tell_answers(bench.feedback, *(answer() for _ in range(20)))
        await bench.until_effects(20)
        before = private_broker.cluster_id
        private_broker.kill()
        shutil.rmtree(private_broker.data)
        ids += await tell_answers(bench.feedback, answer())
        private_broker.start()
        assert private_broker.cluster_id != before
        ids += await tell_answers(bench.feedback, answer())
        effects = await bench.until_effects(22, seconds=90)
        [state] = await until(
            lambda: rows(bench.feedback, "SELECT log_id, ends FROM relay_state"),
            lambda found: sum(found[0].ends.values()) >= 22,
        )
    assert sorted(effect.event_id for effect in effects) == sorted(ids)
    assert state.log_id == private_broker.cluster_id


@pytest.mark.kafka
async def test_a_log_that_lost_its_tail_gets_it_again(bench: Bench, private_broker: Broker) -> None:
    """A power loss: Kafka acknowledges before its records are on the disk."""
    if not isinstance(private_broker, KafkaServer):
        pytest.skip("the embedded broker keeps no log that could be cut")
    subject = uuid.uuid4()
    ids: list[uuid.UUID] = []
    async with bench.relaying():
        for _ in range(6):  # six batches in one partition
            ids += await tell_answers(bench.feedback, *(answer(subject) for _ in range(10)))
            await until(lambda: rows(bench.feedback, UNPUBLISHED), lambda waiting: not waiting)
    private_broker.kill()
    [log] = [file for file in private_broker.data.glob("feedback-events-*/*.log") if file.stat().st_size]
    whole = log.stat().st_size
    with log.open("r+b") as file:
        file.truncate(whole * 6 // 10)
    private_broker.start()
    async with bench.relaying(), bench.consuming():
        ids += await tell_answers(bench.feedback, answer(subject))
        effects = await bench.until_effects(61, seconds=60)
    assert sorted(effect.event_id for effect in effects) == sorted(ids)
    assert [effect.sequence for effect in effects] == sorted(effect.sequence for effect in effects)
    assert bench.metrics.registry.get_sample_value("relay_log_changes_total") == 1


async def tell_at(bench: Bench, rate: int, seconds: int) -> list[uuid.UUID]:
    """Tell so many facts a second, each in a transaction of its own; fails where the writer cannot keep up."""
    ids: list[uuid.UUID] = []
    began = time.monotonic()
    for number in range(rate * seconds):
        await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
        ids += await tell_answers(bench.feedback, answer())
    return ids
