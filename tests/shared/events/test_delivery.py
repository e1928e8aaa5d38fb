"""From one database to the other: nothing lost, nothing twice, in order per subject."""

import random
import uuid

from aiokafka import AIOKafkaProducer
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.feedback import ResponseDeleted, ResponseReceived
from shared.events.event import Event
from shared.events.handlers import Handlers, together
from shared.events.kafka import PARTITIONS, ensure_topics
from shared.ids import uuid7
from tests.shared.events.conftest import Bench, answer, execute, rows, tell_answers, until, write_effect
from tests.shared.events.test_envelope import HEADERS

TOPIC = "feedback-events"


async def test_a_told_fact_has_its_effect(bench: Bench) -> None:
    async with bench.relaying(), bench.consuming():
        [event_id] = await tell_answers(bench.feedback, answer(score=3))
        [effect] = await bench.until_effects(1)
    assert effect.event_id == event_id
    assert effect.score == 3


async def test_each_fact_three_times_shuffled_over_two_consumers_has_one_effect(bench: Bench) -> None:
    """The worst that a log may do: each id comes three times, in any order, in any partition."""
    seed = random.randrange(1 << 30)
    print("seed", seed)
    dice = random.Random(seed)
    facts = [(str(uuid7()), answer(score=number % 11)) for number in range(100)]
    await ensure_topics(bench.kafka, [TOPIC])
    sent = dice.sample(facts * 3, k=300)
    producer = AIOKafkaProducer(**bench.kafka.connection)
    await producer.start()
    try:
        for event_id, fact in sent:
            headers = {**HEADERS, "ce_id": event_id.encode(), "ce_subject": fact.key.encode()}
            await producer.send(
                TOPIC, fact.model_dump_json().encode(), partition=dice.randrange(PARTITIONS), headers=[*headers.items()]
            )
        await producer.flush()
    finally:
        await producer.stop()
    async with bench.consuming(), bench.consuming():
        await until(lambda: rows(bench.ticketing, READ), lambda read: read[0].records == len(sent))
    assert sorted(str(effect.event_id) for effect in await bench.effects()) == sorted(event_id for event_id, _ in facts)


async def test_what_a_relay_sends_again_has_no_second_effect(bench: Bench) -> None:
    """A broker that lost its memory, a relay that crashed: the same facts come again and again."""
    async with bench.relaying():
        ids = await tell_answers(bench.feedback, *(answer(score=number % 11) for number in range(100)))
        await until(lambda: rows(bench.feedback, UNPUBLISHED), lambda waiting: not waiting)
        for _ in range(2):
            await execute(bench.feedback, "UPDATE outbox SET published_at = NULL WHERE random() < 0.9")
            await until(lambda: rows(bench.feedback, UNPUBLISHED), lambda waiting: not waiting)
    async with bench.consuming(), bench.consuming():
        await bench.until_effects(100)
        await until(lambda: lag(bench), lambda left: left == 0)
    assert sorted(effect.event_id for effect in await bench.effects()) == sorted(ids)


async def test_two_relays_side_by_side_publish_in_order_and_one_leads(bench: Bench) -> None:
    subject = uuid.uuid4()
    async with bench.relaying() as one, bench.relaying() as other, bench.consuming():
        for number in range(30):
            await tell_answers(bench.feedback, *(answer(subject, number * 10 + place) for place in range(10)))
        effects = await bench.until_effects(300)
        assert (one.leads, other.leads) in ((True, False), (False, True))
    assert [effect.score for effect in effects] == list(range(300))


async def test_a_standby_relay_takes_over_when_the_leader_loses_its_connection(bench: Bench) -> None:
    async with bench.relaying(), bench.relaying(), bench.consuming():
        await tell_answers(bench.feedback, answer())
        await bench.until_effects(1)
        await execute(
            bench.feedback,
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        )
        await tell_answers(bench.feedback, answer())
        assert len(await bench.until_effects(2)) == 2


async def test_a_set_that_takes_too_long_is_tried_again_smaller(bench: Bench) -> None:
    """A transaction timeout would otherwise hit the same set for ever."""

    async def take_few(session: AsyncSession, events: list[Event[ResponseReceived]]) -> None:
        if len(events) > 3:
            raise TimeoutError
        await write_effect(session, events)

    async with bench.relaying(), bench.consuming(Handlers({ResponseReceived: [together(take_few)]})):
        ids = await tell_answers(bench.feedback, *(answer() for _ in range(40)))
        effects = await bench.until_effects(40)
    assert sorted(effect.event_id for effect in effects) == sorted(ids)


async def test_what_no_handler_takes_is_passed_over_and_the_position_tells(bench: Bench) -> None:
    """The observer calls a step missing only once its service has read so far."""
    async with bench.relaying(), bench.consuming(Handlers({ResponseDeleted: [together(write_effect)]})):
        await tell_answers(bench.feedback, *(answer() for _ in range(20)))
        await until(lambda: rows(bench.feedback, UNPUBLISHED), lambda waiting: not waiting)
        await until(lambda: lag(bench), lambda left: left == 0)
    assert await bench.effects() == []


READ = 'SELECT coalesce(sum("offset"), 0) AS records FROM consumer_position'
UNPUBLISHED = "SELECT id FROM outbox WHERE published_at IS NULL"


async def lag(bench: Bench) -> int:
    """How many records of feedback's topic the listener has still to read."""
    [ends] = await rows(bench.feedback, "SELECT ends FROM relay_state")
    read = await rows(bench.ticketing, 'SELECT partition, "offset" FROM consumer_position')
    positions = {str(row.partition): row.offset for row in read}
    return sum(end - positions.get(partition, 0) for partition, end in ends.ends.items())
