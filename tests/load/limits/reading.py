"""How limits read a topic, and the poll loop of those whose every poll is one statement.

KAFKA_BOOTSTRAP_SERVERS, CONSUMER_FETCH_MAX_WAIT_MS; SOURCE: the topic; DATABASE_URL: where the statement goes.
"""

import os
from collections.abc import Callable
from typing import Any

import asyncpg
from aiokafka import AIOKafkaConsumer


def reader(topic: str) -> AIOKafkaConsumer:
    """A consumer that is in no group and begins at the topic's beginning, to be started."""
    return AIOKafkaConsumer(
        topic,
        bootstrap_servers=os.environ["KAFKA_BOOTSTRAP_SERVERS"],
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        fetch_max_wait_ms=int(os.environ["CONSUMER_FETCH_MAX_WAIT_MS"]),
    )


async def read(statement: str, row: Callable[[Any], tuple[Any, ...]]) -> None:
    """Read until SIGTERM. row: what is written of a record; its columns and the positions are the parameters."""
    consumer = reader(os.environ["SOURCE"])
    await consumer.start()
    database = await asyncpg.connect(os.environ["DATABASE_URL"])
    while True:
        polled = await consumer.getmany(timeout_ms=500, max_records=500)
        records = [record for some in polled.values() for record in some]
        if records:
            ends = {record.partition: record.offset + 1 for record in records}
            columns = map(list, zip(*map(row, records), strict=True))
            await database.execute(statement, *columns, list(ends), list(ends.values()))
