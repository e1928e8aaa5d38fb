"""The limit of a relay: in the writing process, handed what was committed, it sends, waits for the acks, and marks."""

import asyncio
import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import asyncpg
from aiokafka import AIOKafkaProducer

from shared.ids import uuid7

MARK = """
UPDATE outbox SET published_at = clock_timestamp(), log_id = 'limit', partition = sent.partition,
       "offset" = sent."offset", position = id, attempts = 1
FROM unnest($1::uuid[], $2::int[], $3::bigint[]) AS sent (event_id, partition, "offset")
WHERE outbox.event_id = sent.event_id
"""


@dataclass(slots=True)
class Fact:
    """One row of the outbox."""

    event_id: UUID
    type: str
    subject: str
    headers: dict[str, str]
    payload: bytes

    @property
    def stored_headers(self) -> str:
        """As the column takes them."""
        return json.dumps(self.headers)


def fact(kind: str, subject: str, payload: bytes, *, source: str, now: str, trace_id: str, cause: str) -> Fact:
    """A fact with the attributes that the suite's have."""
    event_id = uuid7()
    headers = {
        "ce_specversion": "1.0",
        "ce_id": str(event_id),
        "ce_source": source,
        "ce_type": kind,
        "ce_subject": subject,
        "ce_time": now,
        "ce_recordedtime": now,
        "ce_correlationid": trace_id,
        "ce_causationid": cause,
        "ce_actor": "service/limit",
        "content-type": "application/json",
    }
    return Fact(event_id, kind, subject, headers, payload)


class Relay:
    """Runs until it is cancelled."""

    def __init__(self, database: asyncpg.Connection, producer: AIOKafkaProducer, topic: str) -> None:
        self._database = database
        self._producer = producer
        self._topic = topic
        self._waiting: list[Fact] = []
        self._woken = asyncio.Event()

    def take(self, facts: Iterable[Fact]) -> None:
        """Send these, which were committed."""
        self._waiting.extend(facts)
        self._woken.set()

    async def run(self) -> None:
        """Send what is waiting, all that came meanwhile at once."""
        while True:
            await self._woken.wait()
            self._woken.clear()
            facts, self._waiting = self._waiting, []
            acks = [
                await self._producer.send(
                    self._topic,
                    each.payload,
                    each.subject.encode(),
                    headers=[(name, value.encode()) for name, value in each.headers.items()],
                )
                for each in facts
            ]
            sent = await asyncio.gather(*acks)
            await self._database.execute(
                MARK,
                [each.event_id for each in facts],
                [ack.partition for ack in sent],
                [ack.offset for ack in sent],
            )
