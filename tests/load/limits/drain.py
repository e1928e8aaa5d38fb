"""The limit of a relay that has much to do: claim, send a batch to each partition, mark, as fast as one program can.

It has no rival, trusts the broker and looks for nothing that was lost. DATABASE_URL: a database with the product's
table; TOPIC: where its rows go.
"""

import asyncio
import json
import os
from collections import defaultdict
from typing import Any

import asyncpg
import uvloop
from aiokafka import AIOKafkaProducer
from aiokafka.partitioner import murmur2

ROWS = 500

CLAIM = """
SELECT id, key, headers, payload FROM outbox WHERE published_at IS NULL AND parked_at IS NULL ORDER BY id LIMIT $1
"""

MARK = """
UPDATE outbox SET published_at = clock_timestamp(), log_id = 'limit', partition = sent.partition,
       "offset" = sent."offset", position = outbox.id, attempts = 1
FROM unnest($1::bigint[], $2::int[], $3::bigint[]) AS sent (id, partition, "offset")
WHERE outbox.id = sent.id
"""


async def send(producer: AIOKafkaProducer, topic: str, partition: int, rows: list[Any]) -> list[tuple[int, int, int]]:
    """One batch; answers id, partition and offset of each row."""
    batch = producer.create_batch()
    for row in rows:
        headers = [(name, value.encode()) for name, value in json.loads(row["headers"]).items()]
        assert batch.append(key=row["key"].encode(), value=row["payload"], timestamp=None, headers=headers)
    ack = await (await producer.send_batch(batch, topic, partition=partition))
    return [(row["id"], partition, ack.offset + place) for place, row in enumerate(rows)]


async def main() -> None:
    """Until there is nothing left."""
    database = await asyncpg.connect(os.environ["DATABASE_URL"])
    producer = AIOKafkaProducer(
        bootstrap_servers=os.environ["KAFKA_BOOTSTRAP_SERVERS"], acks="all", max_batch_size=512 * 1024
    )
    await producer.start()
    partitions = len(await producer.partitions_for(os.environ["TOPIC"]))
    while rows := await database.fetch(CLAIM, ROWS):
        by_partition = defaultdict(list)
        for row in rows:
            by_partition[(murmur2(row["key"].encode()) & 0x7FFFFFFF) % partitions].append(row)
        batches = (send(producer, os.environ["TOPIC"], number, some) for number, some in by_partition.items())
        sent = [row for batch in await asyncio.gather(*batches) for row in batch]
        await database.execute(MARK, *map(list, zip(*sent, strict=True)))
    await producer.stop()
    await database.close()


if __name__ == "__main__":
    uvloop.run(main())
