"""The limit's poll loop: all that one poll brought is one statement. It is in no group.

KAFKA_BOOTSTRAP_SERVERS, CONSUMER_FETCH_MAX_WAIT_MS; SOURCE: the topic; DATABASE_URL: where the statement goes.
"""

import os
from collections.abc import Callable
from typing import Any

import asyncpg
from aiokafka import AIOKafkaConsumer


async def read(statement: str, row: Callable[[Any], tuple[Any, ...]]) -> None:
    """Read until SIGTERM. row: what is written of a record; its columns and the positions are the parameters."""
    consumer = AIOKafkaConsumer(
        os.environ["SOURCE"],
        bootstrap_servers=os.environ["KAFKA_BOOTSTRAP_SERVERS"],
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        fetch_max_wait_ms=int(os.environ["CONSUMER_FETCH_MAX_WAIT_MS"]),
    )
    await consumer.start()
    database = await asyncpg.connect(os.environ["DATABASE_URL"])
    while True:
        polled = await consumer.getmany(timeout_ms=500, max_records=500)
        records = [record for some in polled.values() for record in some]
        if records:
            ends = {record.partition: record.offset + 1 for record in records}
            columns = map(list, zip(*map(row, records), strict=True))
            await database.execute(statement, *columns, list(ends), list(ends.values()))
