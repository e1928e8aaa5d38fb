"""The limit of a consumer: all that one poll brought is written by one statement: inbox, mirror and position.

It is in no group, decodes only what it writes, and expects nothing but account facts. DATABASE_URL: a database with
ticketing's tables; SOURCE: the topic.
"""

import os
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import asyncpg
import uvloop
from aiokafka import AIOKafkaConsumer
from pydantic_core import from_json

WRITE = """
WITH fresh AS (
    INSERT INTO inbox (event_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id
), moved AS (
    INSERT INTO consumer_position AS held (topic, partition, log_id, "offset")
    SELECT 'limit', partition, 'limit', "offset" FROM unnest($6::int[], $7::bigint[]) AS p (partition, "offset")
    ON CONFLICT (topic, partition) DO UPDATE SET "offset" = excluded."offset", moved_at = now()
)
INSERT INTO account AS held (account_id, name, tier, sequence)
SELECT DISTINCT ON (account_id) account_id, name, tier, sequence
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::bigint[])
     AS given (event_id, account_id, name, tier, sequence)
JOIN fresh USING (event_id) ORDER BY account_id, sequence DESC
ON CONFLICT (account_id) DO UPDATE SET name = excluded.name, tier = excluded.tier, sequence = excluded.sequence
WHERE held.sequence < excluded.sequence
"""


def row(record: Any) -> tuple[Any, ...]:
    """What is written of a record."""
    headers, data = dict(record.headers), from_json(record.value)
    event_id, sequence = UUID(headers["ce_id"].decode()), int(headers["ce_sequence"])
    return event_id, UUID(data["account_id"]), data["name"], data["tier"], sequence


async def write(database: asyncpg.Connection, records: Sequence[Any]) -> None:
    """One transaction, which is one statement."""
    ends = {record.partition: record.offset + 1 for record in records}
    columns = map(list, zip(*map(row, records), strict=True))
    await database.execute(WRITE, *columns, list(ends), list(ends.values()))


async def main() -> None:
    """Read until SIGTERM."""
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
        if records := [record for some in polled.values() for record in some]:
            await write(database, records)


if __name__ == "__main__":
    uvloop.run(main())
