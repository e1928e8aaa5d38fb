"""Reading the four topics from their beginning to their end."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition

from tests.chaos.checker.site import SERVICES

HEARTBEAT = b"service.heartbeat.v1"
"""Told every few seconds, never sent again to a replaced log and kept by nobody: no part of the count."""

QUIET_POLLS = 3  # in a row without a record, with every partition read to the end that the broker told
POLL_MS = 200
LONGEST = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it lies in a log. sequence: ce_sequence, -1 where there is none."""

    topic: str
    partition: int
    offset: int
    key: str
    id: str
    type: str
    source: str
    subject: str
    sequence: int
    payload: bytes


async def read(bootstrap_servers: str) -> list[Record]:
    """Every record but heartbeats, in the order of each partition. Raises TimeoutError when that takes a minute."""
    consumer = AIOKafkaConsumer(
        bootstrap_servers=bootstrap_servers,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        isolation_level="read_committed",
        fetch_max_wait_ms=50,
        max_partition_fetch_bytes=8 * 1024 * 1024,
    )
    async with asyncio.timeout(LONGEST):
        await consumer.start()
        try:
            return await _all(consumer)
        finally:
            await consumer.stop()


async def _all(consumer: AIOKafkaConsumer) -> list[Record]:
    wanted = {f"{service}-events" for service in SERVICES}
    there = await consumer.topics() & wanted
    await consumer._client.set_topics(there)  # else Apache Kafka tells the client of no topic's partitions
    places = [
        TopicPartition(topic, number) for topic in sorted(there) for number in consumer.partitions_for_topic(topic)
    ]
    if not places:
        return []
    ends = await consumer.end_offsets(places)
    consumer.assign(places)
    await consumer.seek_to_beginning(*places)
    records: list[Record] = []
    quiet = 0
    while quiet < QUIET_POLLS:
        polled = await consumer.getmany(timeout_ms=POLL_MS, max_records=10_000)
        some = [record for place in polled.values() for record in place]
        records += _read(some)
        behind = [place for place in places if await consumer.position(place) < ends[place]]
        quiet = 0 if some or behind else quiet + 1
    return records


def _read(raw: Iterable[Any]) -> Iterable[Record]:
    for one in raw:
        headers = dict(one.headers)
        if headers.get("ce_type") != HEARTBEAT:
            yield Record(
                topic=one.topic,
                partition=one.partition,
                offset=one.offset,
                key=(one.key or b"").decode(),
                id=_text(headers, "ce_id"),
                type=_text(headers, "ce_type"),
                source=_text(headers, "ce_source"),
                subject=_text(headers, "ce_subject"),
                sequence=int(headers.get("ce_sequence", b"-1")),
                payload=one.value or b"",
            )


def _text(headers: dict[str, bytes], name: str) -> str:
    return headers.get(name, b"").decode()
