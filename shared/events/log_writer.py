"""The relay's hand on Kafka: a producer that is thrown away at the first doubt."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, Self

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, MessageSizeTooLargeError, UnknownError, UnsupportedVersionError
from aiokafka.partitioner import murmur2

from shared.events import kafka as kafka_log
from shared.events.kafka import BrokerUnavailable, Kafka
from shared.ops.crash import crash_here

BATCH_BYTES = 512 * 1024
START_SECONDS = 8.0
SLICE_SECONDS = 5.0  # an idempotent batch waits as long as the broker is away: look around this often
SILENCE_SECONDS = 60.0

log = logging.getLogger(__name__)


class Unsendable(ValueError):
    """The broker will never take this record."""


class Record(NamedTuple):
    """One outbox row as it goes to Kafka."""

    row_id: int
    key: bytes
    value: bytes
    headers: Sequence[tuple[str, bytes]]


class Acked(NamedTuple):
    """Where a record lies in the log, and where the batch begins with which it was written."""

    row_id: int
    partition: int
    offset: int
    batch: int


@dataclass(frozen=True, slots=True)
class Written:
    """What one `write` came to: what is acked is in the log, also where another partition failed."""

    acked: list[Acked]
    failure: BaseException | None


class LogWriter:
    """A started producer for one topic. Never reused after an error: `close` it and open a fresh one."""

    def __init__(self, producer: AIOKafkaProducer, topic: str, partitions: list[int], log_id: str) -> None:
        self._producer = producer
        self._topic = topic
        self.partitions = partitions
        self.log_id = log_id

    @classmethod
    async def open(cls, kafka: Kafka, topic: str) -> Self:
        """Connect; idempotent where the broker can. Raises BrokerUnavailable."""
        await kafka_log.ensure_topics(kafka, [topic])
        try:
            producer = await _start_producer(kafka)
        except (KafkaError, OSError, TimeoutError) as error:
            raise BrokerUnavailable(f"producer: {type(error).__name__}") from error
        try:
            async with asyncio.timeout(START_SECONDS):
                partitions = sorted(await producer.partitions_for(topic))
            return cls(producer, topic, partitions, await kafka_log.log_id(producer.client))
        except BaseException as error:
            await _hard_close(producer)
            if isinstance(error, KafkaError | OSError):
                raise BrokerUnavailable(f"topic: {type(error).__name__}") from error
            raise

    async def current_log_id(self) -> str:
        """The id of the log that this producer would write to now. Raises BrokerUnavailable."""
        return await kafka_log.log_id(self._producer.client)

    async def end_offsets(self) -> dict[int, int]:
        """The next offset of each partition. Raises BrokerUnavailable."""
        return await kafka_log.end_offsets(self._producer.client, self._topic, self.partitions)

    def connection_broke(self) -> bool:
        """Whether a connection was lost since it was opened."""
        return not kafka_log.all_connected(self._producer.client)

    def partition_of(self, key: bytes) -> int:
        """The partition that Kafka's default partitioner gives this key."""
        return self.partitions[_digest(key) % len(self.partitions)]

    async def write(self, records: Sequence[Record], look_around: Callable[[], Awaitable[None]]) -> "Written":
        """Send in order within each partition, one batch in flight per partition.

        look_around is awaited every 5 s while acks are out and raises where the wait is over.
        Raises what it raises, and BrokerUnavailable after 60 s of silence.
        """
        by_partition: dict[int, list[Record]] = {}
        for record in records:
            by_partition.setdefault(self.partition_of(record.key), []).append(record)
        acked: list[Acked] = []
        sending = asyncio.gather(
            *(self._write_partition(number, some, acked) for number, some in by_partition.items()),
            return_exceptions=True,
        )
        try:
            outcomes = await self._await_acks(sending, look_around)
        except BaseException:
            sending.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await sending
            raise
        return Written(acked, next((o for o in outcomes if isinstance(o, BaseException)), None))

    async def _await_acks(
        self, sending: "asyncio.Future[list[Any]]", look_around: Callable[[], Awaitable[None]]
    ) -> list[Any]:
        waited = 0.0
        while True:
            done, _ = await asyncio.wait([sending], timeout=SLICE_SECONDS)
            if done:
                return sending.result()
            waited += SLICE_SECONDS
            if waited >= SILENCE_SECONDS:
                raise BrokerUnavailable("no ack within 60 s")
            await look_around()

    async def _write_partition(self, partition: int, records: list[Record], acked: list[Acked]) -> None:
        rest = records
        while rest:
            batch = self._producer.create_batch()
            taken = 0
            for record in rest:
                if batch.append(key=record.key, value=record.value, timestamp=None, headers=record.headers) is None:
                    break
                taken += 1
            if taken == 0:
                raise Unsendable(f"row {rest[0].row_id} does not fit into a batch")
            batch.close()
            try:
                sent = await self._producer.send_batch(batch, self._topic, partition=partition)
                crash_here("after_send")
                ack = await sent
            except MessageSizeTooLargeError as error:
                raise Unsendable(f"{taken} rows from {rest[0].row_id}: too large for the broker") from error
            acked.extend(
                Acked(record.row_id, partition, ack.offset + place if ack.offset >= 0 else -1, ack.offset)
                for place, record in enumerate(rest[:taken])
            )
            rest = rest[taken:]

    async def close(self) -> None:
        """End the producer at once; what it still holds is not sent."""
        await _hard_close(self._producer)


@lru_cache(maxsize=4096)
def _digest(key: bytes) -> int:
    """Kafka's hash of a key. Facts of one subject come close together, and aiokafka counts it in plain Python."""
    digest: int = murmur2(key)
    return digest & 0x7FFFFFFF


async def _start_producer(kafka: Kafka) -> AIOKafkaProducer:
    """Idempotent where the broker knows producer ids (Apache Kafka), plain where not (the embedded one)."""
    for idempotent in (True, False):
        producer = AIOKafkaProducer(
            **kafka.connection,
            acks="all",
            enable_idempotence=idempotent,
            max_batch_size=BATCH_BYTES,
            max_request_size=1_048_576,
            request_timeout_ms=10_000,
        )
        try:
            async with asyncio.timeout(START_SECONDS):
                await producer.start()
        except (UnknownError, UnsupportedVersionError):
            await _hard_close(producer)
            if not idempotent:
                raise
        except BaseException:
            await _hard_close(producer)
            raise
        else:
            return producer
    raise AssertionError("unreachable")


async def _hard_close(producer: AIOKafkaProducer) -> None:
    """Not `producer.stop()`: that waits for pending batches, and cancelled it leaves a sender that delivers later."""
    producer._closed = True
    task = producer._sender.sender_task
    try:
        if task is not None:
            task.cancel()
            await asyncio.wait([task], timeout=SLICE_SECONDS)
    finally:
        await kafka_log.let_go(producer.client.close())
