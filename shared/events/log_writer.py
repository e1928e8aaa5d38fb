"""The relay's hand on Kafka: a producer that is thrown away at the first doubt."""

import asyncio
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
    failures: list[BaseException]

    @property
    def failure(self) -> BaseException | None:
        """The first, if there was one."""
        return self.failures[0] if self.failures else None


class _Batch(NamedTuple):
    """The first so many of a partition's records, on their way."""

    taken: int
    ack: "asyncio.Future[Any]"


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

    async def write(self, records: Sequence[Record], look_around: Callable[[], Awaitable[None]]) -> Written:
        """Send in order within each partition, one batch in flight per partition.

        look_around is awaited every 5 s while acks are out and raises where the wait is over.
        Raises what it raises, and BrokerUnavailable after 60 s of silence.
        """
        by_partition: dict[int, list[Record]] = {}
        for record in records:
            by_partition.setdefault(self.partition_of(record.key), []).append(record)
        written = Written([], [])
        while by_partition:
            await self._write_heads(by_partition, written, look_around)
        return written

    async def _write_heads(
        self, rest: dict[int, list[Record]], written: Written, look_around: Callable[[], Awaitable[None]]
    ) -> None:
        """Write the first batch of each partition, and take from `rest` what was acked or never will be.

        No task for each partition: the loop would pass five times more between a fact and its ack.
        """
        sent: dict[int, _Batch] = {}
        try:
            for number, records in rest.items():
                try:
                    sent[number] = await self._send(number, records)
                except Exception as error:
                    written.failures.append(error)
            crash_here("after_send")
            if sent:
                await self._await_acks([batch.ack for batch in sent.values()], look_around)
        except BaseException:
            for batch in sent.values():
                batch.ack.cancel()
            raise
        for number in list(rest):
            rest[number] = _after_ack(number, rest[number], sent[number], written) if number in sent else []
            if not rest[number]:
                del rest[number]

    async def _send(self, partition: int, records: Sequence[Record]) -> "_Batch":
        """Hand over as many records as one batch takes. Raises Unsendable where that is none."""
        batch = self._producer.create_batch()
        taken = 0
        for record in records:
            if batch.append(key=record.key, value=record.value, timestamp=None, headers=record.headers) is None:
                break
            taken += 1
        if taken == 0:
            raise Unsendable(f"row {records[0].row_id} does not fit into a batch")
        batch.close()
        return _Batch(taken, await self._producer.send_batch(batch, self._topic, partition=partition))

    async def _await_acks(
        self, acks: "Sequence[asyncio.Future[Any]]", look_around: Callable[[], Awaitable[None]]
    ) -> None:
        waited = 0.0
        while (await asyncio.wait(acks, timeout=SLICE_SECONDS))[1]:
            waited += SLICE_SECONDS
            if waited >= SILENCE_SECONDS:
                raise BrokerUnavailable("no ack within 60 s")
            await look_around()

    async def close(self) -> None:
        """End the producer at once; what it still holds is not sent."""
        await _hard_close(self._producer)


def _after_ack(partition: int, records: list[Record], batch: _Batch, written: Written) -> list[Record]:
    """Note what became of a partition's first batch; answers what is still to be sent to it."""
    sent = records[: batch.taken]
    try:
        base = batch.ack.result().offset
    except MessageSizeTooLargeError:
        written.failures.append(Unsendable(f"{batch.taken} rows from {sent[0].row_id}: too large for the broker"))
        return []
    except (Exception, asyncio.CancelledError) as failure:  # aiokafka may cancel a batch; nobody cancels us here
        written.failures.append(failure)
        return []
    written.acked.extend(
        Acked(record.row_id, partition, base + place if base >= 0 else -1, base) for place, record in enumerate(sent)
    )
    return records[batch.taken :]


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
