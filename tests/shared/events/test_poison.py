"""One message that cannot be applied stops nothing, is kept with its bytes, and can be replayed."""

import contextlib
import json

import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError, MessageSizeTooLargeError
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.feedback import ResponseReceived
from shared.events.event import Event
from shared.events.handlers import Handlers, together
from shared.events.kafka import ensure_topics
from shared.events.transaction import transaction
from shared.features.dead_letters import service as dead_letters
from tests.shared.events.conftest import WRITE_EFFECTS, Bench, answer, cause, rows, tell_answers, until, write_effect
from tests.shared.events.test_envelope import HEADERS

TOPIC = "feedback-events"
HUGE = 2_000_000  # bytes; a fetch asks for 1 MiB of a partition


class Refused(Exception):
    """What a deed raises. Its text would betray the customer's words."""


async def refuse_sevens(session: AsyncSession, events: list[Event[ResponseReceived]]) -> None:
    """A listener with a fault: it cannot take a score of 7, and finds out after it wrote."""
    await write_effect(session, events)
    if any(event.data.score == 7 for event in events):
        raise Refused("SECRET WORDS")


REFUSE_SEVENS = Handlers({ResponseReceived: [together(refuse_sevens)]})


async def test_what_cannot_be_read_is_put_away_and_the_partition_goes_on(bench: Bench) -> None:
    await ensure_topics(bench.kafka, [TOPIC])
    producer = AIOKafkaProducer(**bench.kafka.connection)
    await producer.start()
    try:
        bad: list[tuple[dict[str, bytes], bytes]] = [
            (HEADERS, b"{not json"),
            ({name: value for name, value in HEADERS.items() if name != "ce_id"}, b"{}"),
            ({**HEADERS, "ce_source": b"/ticketing"}, b"{}"),
            (HEADERS, b"\xff\x00\xfe" + b"x" * 500_000),
            ({}, b"hello"),
            ({**HEADERS, "ce_type": b"response.sung.v1"}, b"{}"),  # unknown: skipped, no dead letter
        ]
        for headers, value in bad:
            await producer.send_and_wait(TOPIC, value, partition=0, headers=list(headers.items()))
        good = json.dumps(ResponseReceived.example).encode()
        await producer.send_and_wait(TOPIC, good, partition=0, headers=list(HEADERS.items()))
    finally:
        await producer.stop()
    async with bench.consuming():
        await bench.until_effects(1)
    letters = await rows(bench.ticketing, 'SELECT "offset", payload, error FROM dead_letter ORDER BY "offset"')
    assert [letter.offset for letter in letters] == [0, 1, 2, 3, 4]
    assert [letter.payload for letter in letters] == [value for _, value in bad[:5]]
    assert all("Undecodable" in letter.error for letter in letters)


async def test_a_message_larger_than_a_fetch_stops_nothing(bench: Bench) -> None:
    """2 MB, as a stranger may send them where an operator let larger messages in."""
    await ensure_topics(bench.kafka, [TOPIC])
    admin = AIOKafkaAdminClient(**bench.kafka.connection)
    await admin.start()
    try:
        larger = ConfigResource(ConfigResourceType.TOPIC, TOPIC, configs={"max.message.bytes": str(2 * HUGE)})
        with contextlib.suppress(KafkaError):  # the embedded broker has no such limit
            await admin.alter_configs([larger])
    finally:
        await admin.close()
    producer = AIOKafkaProducer(**bench.kafka.connection, max_request_size=2 * HUGE)
    await producer.start()
    try:
        await until(lambda: taken(producer, b"x" * HUGE), bool)
        good = json.dumps(ResponseReceived.example).encode()
        await producer.send_and_wait(TOPIC, good, partition=0, headers=list(HEADERS.items()))
    finally:
        await producer.stop()
    async with bench.consuming():
        await bench.until_effects(1)
    [letter] = await rows(bench.ticketing, "SELECT octet_length(payload) AS bytes, error FROM dead_letter")
    assert letter.bytes == HUGE
    assert "Undecodable" in letter.error


async def taken(producer: AIOKafkaProducer, message: bytes) -> bool:
    """Send it; False while the broker has not heard of the topic's new limit."""
    try:
        await producer.send_and_wait(TOPIC, message, partition=0, headers=list(HEADERS.items()))
    except MessageSizeTooLargeError:
        return False
    return True


async def test_a_deed_that_fails_costs_only_its_own_fact(bench: Bench) -> None:
    async with bench.relaying(), bench.consuming(REFUSE_SEVENS):
        await tell_answers(bench.feedback, *(answer(score=score) for score in (5, 6, 7, 8, 9)))
        effects = await bench.until_effects(4)
    assert sorted(effect.score for effect in effects) == [5, 6, 8, 9]
    [letter] = await rows(bench.ticketing, "SELECT id, handler, error, state FROM dead_letter")
    assert letter.handler.endswith("refuse_sevens")
    assert "Refused" in letter.error
    assert "SECRET" not in letter.error


async def test_a_replay_applies_it_once_after_the_fix(bench: Bench) -> None:
    async with bench.relaying(), bench.consuming(REFUSE_SEVENS):
        await tell_answers(bench.feedback, answer(score=7))
        [letter] = await until(lambda: rows(bench.ticketing, "SELECT id FROM dead_letter"), bool)
    async with transaction(bench.ticketing) as session:
        replayed = await dead_letters.replay(session, cause(), WRITE_EFFECTS, letter.id)
    assert replayed.state == "replayed"
    assert [effect.score for effect in await bench.effects()] == [7]


async def test_a_replay_that_still_fails_leaves_nothing_behind(bench: Bench) -> None:
    async with bench.relaying(), bench.consuming(REFUSE_SEVENS):
        await tell_answers(bench.feedback, answer(score=7))
        [letter] = await until(lambda: rows(bench.ticketing, "SELECT id FROM dead_letter"), bool)
    with pytest.raises(dead_letters.StillFails):
        async with transaction(bench.ticketing) as session:
            await dead_letters.replay(session, cause(), REFUSE_SEVENS, letter.id)
    [found] = await rows(bench.ticketing, "SELECT state FROM dead_letter")
    assert found.state == "open"
    assert await bench.effects() == []
