"""The broker forgets: all of it, a topic, or a tail. What the outbox retains comes again, once in effect."""

import json
import uuid
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from deploy.local import brokers
from deploy.local.brokers import Broker, BrokerKind
from shared.events.kafka import PARTITIONS
from shared.events.republish import republish
from shared.events.transaction import transaction
from shared.ops.clock import system_clock
from tests.shared.events.conftest import Bench, answer, execute, rows, tell_answers, until
from tests.shared.events.test_delivery import UNPUBLISHED

TOPIC = "feedback-events"
SUBJECT = uuid.uuid4()


@pytest.fixture
async def another_broker(broker_kind: BrokerKind, tmp_path: Path) -> AsyncIterator[Broker]:
    """An empty broker with another cluster id."""
    broker = brokers.start_broker(broker_kind, tmp_path / "another")
    yield broker
    broker.kill()


async def test_a_replaced_broker_gets_the_retained_facts_again(bench: Bench, another_broker: Broker) -> None:
    async with bench.relaying(), bench.consuming():
        first = await tell_answers(bench.feedback, *(answer() for _ in range(20)))
        await bench.until_effects(20)
    lost = await tell_answers(bench.feedback, answer())
    bench.kafka = replace(bench.kafka, bootstrap_servers=another_broker.bootstrap_servers)
    async with bench.relaying(), bench.consuming():
        later = await tell_answers(bench.feedback, answer())
        effects = await bench.until_effects(22)
        [state] = await until(
            lambda: rows(bench.feedback, "SELECT log_id, ends FROM relay_state"),
            lambda found: sum(found[0].ends.values()) == 22,
        )
    assert {effect.event_id for effect in effects} == {*first, *lost, *later}
    assert state.log_id == another_broker.cluster_id
    positions = await rows(bench.feedback, "SELECT position FROM outbox ORDER BY position")
    assert [row.position for row in positions] == list(range(1, 23))


async def test_a_topic_deleted_and_made_again_under_the_same_id_is_noticed(bench: Bench) -> None:
    async with bench.relaying():
        ids = await tell_answers(bench.feedback, *(answer() for _ in range(20)))
        await until(lambda: rows(bench.feedback, UNPUBLISHED), lambda waiting: not waiting)
    await delete_topic(bench)
    async with bench.relaying(), bench.consuming():
        ids += await tell_answers(bench.feedback, answer())
        effects = await bench.until_effects(21)
    assert sorted(effect.event_id for effect in effects) == sorted(ids)


async def test_a_listener_reads_on_when_its_topic_is_made_again(bench: Bench) -> None:
    async with bench.relaying(), bench.consuming():
        ids = await tell_answers(bench.feedback, *(answer(SUBJECT) for _ in range(20)))
        await bench.until_effects(20)
        await delete_topic(bench)
        async with bench.relaying():
            ids += await tell_answers(bench.feedback, answer(SUBJECT))
            effects = await bench.until_effects(21)
    assert sorted(effect.event_id for effect in effects) == sorted(ids)


async def test_a_cut_tail_is_noticed(bench: Bench) -> None:
    """The log ends below what was marked, as after a power loss: here the marks are moved up instead."""
    async with bench.relaying(), bench.consuming():
        ids = await tell_answers(bench.feedback, *(answer() for _ in range(20)))
        await bench.until_effects(20)
    marks = json.dumps({str(number): 1000 for number in range(PARTITIONS)})
    await execute(
        bench.feedback, "UPDATE relay_state SET ends = CAST(:m AS jsonb), batches = CAST(:m AS jsonb)", m=marks
    )
    await execute(bench.feedback, 'UPDATE outbox SET "offset" = "offset" + 500 WHERE id % 2 = 0')
    async with bench.relaying(), bench.consuming():
        await until(lambda: rows(bench.feedback, UNPUBLISHED), lambda waiting: not waiting)
        ids += await tell_answers(bench.feedback, answer())
        effects = await bench.until_effects(21)
    assert sorted(effect.event_id for effect in effects) == sorted(ids)
    assert bench.metrics.registry.get_sample_value("relay_log_changes_total") == 1


async def test_republish_sends_a_time_range_again_and_changes_no_effect(bench: Bench) -> None:
    async with bench.relaying(), bench.consuming():
        before = system_clock()
        ids = await tell_answers(bench.feedback, *(answer() for _ in range(10)))
        await bench.until_effects(10)
        async with transaction(bench.feedback) as session:
            assert await republish(session, since=before, until=system_clock()) == 10
        await until(lambda: rows(bench.feedback, UNPUBLISHED), lambda waiting: not waiting)
        ids += await tell_answers(bench.feedback, answer())
        effects = await bench.until_effects(11)
    assert sorted(effect.event_id for effect in effects) == sorted(ids)


async def delete_topic(bench: Bench) -> None:
    """Feedback's topic is gone, with all that it held; the relay declares it anew."""
    admin = AIOKafkaAdminClient(**bench.kafka.connection)
    await admin.start()
    await admin.delete_topics([TOPIC])
    await admin.close()
