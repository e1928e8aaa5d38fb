"""Reads the topics that a service listens to and applies each fact exactly once in effect.

One poll's records become sets of as many as are applied within a moment; each set is one transaction that holds
inbox, effects, own facts, dead letters and position. Kafka's own offset commit comes after, once a second,
and is best effort: what it misses is delivered again and the inbox drops it.
"""

import asyncio
import contextlib
import logging
import random
import time
from collections.abc import Mapping, Sequence
from typing import Any

from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener
from aiokafka.errors import KafkaError
from aiokafka.structs import TopicPartition

from shared.db.session import Database
from shared.events import inbox, sets
from shared.events import kafka as kafka_log
from shared.events.envelope import Undecodable, UnknownType, decode, is_structured
from shared.events.event import Event
from shared.events.fact import known_facts
from shared.events.handlers import Handlers
from shared.events.inbox import Arrival
from shared.events.kafka import BrokerUnavailable, Kafka
from shared.events.transaction import transaction
from shared.events.transient import is_transient
from shared.events.watch import Stalled, Watch
from shared.ops.clock import Clock
from shared.ops.crash import crash_here
from shared.ops.metrics import Metrics
from shared.ops.pauses import pause

POLL_MS = 500
METADATA_MS = 10_000  # a topic that was made again is read on within so long; aiokafka's default is 5 min
MAX_POLL_RECORDS = sets.MOST
START_SECONDS = 30.0
COMMIT_SECONDS = 5.0
PATIENCE_SECONDS = 120.0  # for one step: a set may take its transaction's 30 s
REBUILDS_BEFORE_UNHEALTHY = 3
BACKOFF_SECONDS = (0.2, 5.0)

_POSITIONS = 'SELECT topic, partition, "offset" FROM consumer_position WHERE log_id = $1'

log = logging.getLogger(__name__)


class LogReplaced(ConnectionError):
    """The broker holds another log than the one that this consumer joined; it must join anew."""


FORESEEN = (KafkaError, BrokerUnavailable, LogReplaced, OSError, TimeoutError)


class Consumer(ConsumerRebalanceListener):  # type: ignore[misc]
    """Runs until it is cancelled; its group is the service's name."""

    def __init__(
        self,
        database: Database,
        handlers: Handlers,
        kafka: Kafka,
        metrics: Metrics,
        clock: Clock,
    ) -> None:
        self._database = database
        self._handlers = handlers
        self._kafka = kafka
        self._metrics = metrics
        self._clock = clock
        self._idle = asyncio.Event()
        self._idle.set()
        self._rebuilds = 0
        self._patience = asyncio.Timeout(None)
        self._sets = sets.SetSize()
        self._uncommitted: dict[TopicPartition, int] = {}
        self._passed: dict[tuple[str, int], int] = {}
        self._unheard = {type_.encode() for type_ in known_facts() if not handlers.of(type_)}  # need not be parsed
        self.log_id = ""

    @property
    def healthy(self) -> bool:
        """False after three rebuilds in a row that moved nothing."""
        return self._rebuilds < REBUILDS_BEFORE_UNHEALTHY

    async def run(self) -> None:
        """Join, read, and join anew after whatever goes wrong, for ever."""
        failures = 0
        while True:
            try:
                async with self._membership() as consumer:
                    failures = 0
                    await self._read(consumer)
            except Stalled as stalled:
                self._rebuilds += 1
                self._metrics.consumer_rebuilds_total.inc()
                log.warning("consumer is rebuilt: %s", stalled)
            except FORESEEN as error:
                failures += 1
                log.warning("consumer joins anew: %s: %s", type(error).__name__, error)
                await pause(_backoff(failures))
            except Exception as error:  # what a client library raises in a state that it did not foresee, or our fault
                failures += 1
                self._rebuilds += 1
                self._metrics.consumer_rebuilds_total.inc()
                log.error("consumer joins anew: %s", inbox.describe(error))
                await pause(_backoff(failures))

    @contextlib.asynccontextmanager
    async def _membership(self) -> Any:
        topics = self._handlers.topics()
        await kafka_log.ensure_topics(self._kafka, topics)
        consumer = AIOKafkaConsumer(
            **self._kafka.connection,
            group_id=self._database.service,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            max_poll_records=MAX_POLL_RECORDS,
            session_timeout_ms=self._kafka.session_timeout_ms,
            heartbeat_interval_ms=1000,
            rebalance_timeout_ms=60_000,
            isolation_level="read_committed",
            fetch_max_wait_ms=self._kafka.fetch_max_wait_ms,
            metadata_max_age_ms=METADATA_MS,
        )
        try:
            async with asyncio.timeout(START_SECONDS):
                await consumer.start()
            self.log_id = await kafka_log.log_id(consumer._client)
            consumer.subscribe(topics=topics, listener=self)
            yield consumer
        finally:
            await kafka_log.let_go(consumer.stop())

    async def on_partitions_revoked(self, revoked: Any) -> None:
        """Let the running transaction end before the partitions go to another member, who reads on from the last
        commit and is given some facts again."""
        await self._idle.wait()
        self._forget_what_was_read()

    async def on_partitions_assigned(self, assigned: Any) -> None:
        """Nothing to prepare: the group's offsets say where to read on."""

    async def _read(self, consumer: AIOKafkaConsumer) -> None:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS) as self._patience:
                await self._read_on(consumer)
        except TimeoutError as error:
            if self._patience.expired():
                raise Stalled(f"a step took {PATIENCE_SECONDS:.0f} s") from error
            raise

    async def _read_on(self, consumer: AIOKafkaConsumer) -> None:
        watch = Watch()
        self._forget_what_was_read()
        failures = 0
        while True:
            self._be_patient()
            polled = await consumer.getmany(timeout_ms=POLL_MS, max_records=MAX_POLL_RECORDS)
            self._idle.clear()
            try:
                moved = await self._apply_poll(polled)
                commits = bool(self._uncommitted) and watch.commit_due()
                if commits and self._passed:
                    await self._apply_in_transaction(inbox.apply, [], {})
            except Exception as error:
                if not is_transient(error):
                    raise
                failures += 1
                self._sets.failed()
                log.warning("effects wait for the database: %s", inbox.describe(error))
                self._step_back(consumer, polled)
            else:
                failures = 0
                if moved:
                    self._rebuilds = 0
                    watch.progressed()
                if commits:
                    await self._commit_offsets(consumer, self._uncommitted)
                    self._uncommitted.clear()
            finally:
                self._idle.set()
            if failures:
                await pause(_backoff(failures))
            if watch.due():
                await self._check_log(consumer, watch)

    async def _apply_poll(self, polled: dict[TopicPartition, list[Any]]) -> bool:
        records = [record for place in sorted(polled) for record in polled[place]]
        for start in range(0, len(records), self._sets.now):
            self._be_patient()
            began = time.monotonic()
            await self._apply_set(records[start : start + self._sets.now])
            self._sets.took(time.monotonic() - began)
        self._sets.settle(len(records))
        self._uncommitted.update({place: some[-1].offset + 1 for place, some in polled.items() if some})
        return bool(records)

    async def _apply_set(self, records: Sequence[Any]) -> None:
        """Apply records in one transaction. A set with a culprit is halved until it is alone, and buried.

        Records that no handler takes are passed over: the next transaction keeps the position after them.
        """
        arrivals = [arrival for record in records if (arrival := self._arrival(record)) is not None]
        ends = {(record.topic, record.partition): record.offset + 1 for record in records}
        if not arrivals:
            self._passed.update(ends)
            return
        try:
            applied = await self._apply_in_transaction(inbox.apply, arrivals, ends)
        except Exception as error:
            if is_transient(error):
                raise
            if len(records) > 1:  # one savepoint each in one transaction would outlive its timeout
                half = len(records) // 2
                await self._apply_set(records[:half])
                await self._apply_set(records[half:])
                return
            applied = await self._apply_in_transaction(inbox.apply_one_by_one, arrivals, ends)
        crash_here("after_effect_commit")
        self._metrics.inbox_duplicates_total.inc(len(arrivals) - len(applied))
        self._observe(applied)

    def _observe(self, applied: Sequence[Event[Any]]) -> None:
        now, seconds = self._clock(), self._metrics.event_end_to_end_seconds
        of_type = {type_: seconds.labels(type_) for type_ in {event.type for event in applied}}
        for event in applied:
            of_type[event.type].observe((now - event.recorded_at).total_seconds())

    async def _apply_in_transaction(
        self, apply: Any, arrivals: Sequence[Arrival], ends: dict[tuple[str, int], int]
    ) -> list[Event[Any]]:
        async with transaction(self._database) as session:
            applied: list[Event[Any]] = await apply(
                session,
                self._handlers,
                arrivals,
                service=self._database.service,
                at=self._clock(),
                position=inbox.Position(self.log_id, {**self._passed, **ends}),
            )
        self._passed.clear()
        return applied

    def _arrival(self, record: Any) -> Arrival | None:
        """The record as the inbox takes it; None for a type that this release does not know or handle."""
        headers = dict(record.headers)
        if headers.get("ce_type") in self._unheard and self._says_so(record.topic, headers):
            return None
        envelope = fault = None
        try:
            envelope = decode(
                record.topic,
                headers,
                record.value,
                foreign=record.topic in self._handlers.foreign,
            )
        except UnknownType:
            self._metrics.consumer_unknown_types_total.inc()
            return None
        except Undecodable as error:
            fault = f"Undecodable {error}"
        if envelope is not None and not self._handlers.take(record.topic, envelope.type):
            return None
        return Arrival(
            record.topic,
            record.partition,
            record.offset,
            record.key,
            record.headers,
            record.value,
            envelope,
            fault,
        )

    def _says_so(self, topic: str, headers: Mapping[str, bytes]) -> bool:
        """Whether the header ce_type counts: not on a stranger's topic, nor where the value says what it is."""
        return topic not in self._handlers.foreign and not is_structured(headers)

    def _be_patient(self) -> None:
        """Another step begins."""
        self._patience.reschedule(asyncio.get_running_loop().time() + PATIENCE_SECONDS)

    def _forget_what_was_read(self) -> None:
        """Since the last commit: whoever reads on from there reads it again."""
        self._uncommitted.clear()
        self._passed.clear()

    async def _commit_offsets(self, consumer: AIOKafkaConsumer, ends: dict[TopicPartition, int]) -> None:
        """Best effort: the positions are already in the database, and aiokafka would try for ever."""
        try:
            async with asyncio.timeout(COMMIT_SECONDS):
                await consumer.commit(ends)
        except (KafkaError, TimeoutError, OSError, ValueError):
            self._metrics.consumer_commit_failures_total.inc()
        crash_here("after_offset_commit")

    def _step_back(self, consumer: AIOKafkaConsumer, polled: dict[TopicPartition, list[Any]]) -> None:
        """Read the poll again; sets of it that were committed are dropped by the inbox."""
        assigned = consumer.assignment()
        for place, records in polled.items():
            if records and place in assigned:
                consumer.seek(place, records[0].offset)

    async def _check_log(self, consumer: AIOKafkaConsumer, watch: Watch) -> None:
        """Same log, not cut below our position, and moving; lag goes to the metrics."""
        if await kafka_log.log_id(consumer._client) != self.log_id:
            raise LogReplaced("another cluster id")
        ends = await self._ends(consumer)
        lags: dict[TopicPartition, int] = {}
        unsettled: dict[TopicPartition, int] = {}
        ours = sorted(consumer.assignment())
        positions = await asyncio.gather(*(_position(consumer, place) for place in ours))
        for place, position in zip(ours, positions, strict=True):
            if place not in consumer.assignment():
                continue  # a rebalance took it while we asked
            end = consumer.highwater(place)
            if position is None:
                unsettled[place] = ends.get(place, 0)
                continue
            if end is None:
                continue
            if position > end:
                log.warning("%s/%d was cut below our position: read from its beginning", *place)
                await consumer.seek_to_beginning(place)
                position = 0
            # A member whose rejoining never ends keeps its partitions and its high-water marks, and fetches nothing.
            lags[place] = max(end, ends.get(place, 0)) - position
        self._metrics.consumer_lag.clear()  # a partition that went to another member is that one's to tell
        for place, lag in lags.items():
            self._metrics.consumer_lag.labels(place.topic, str(place.partition)).set(lag)
        # Where the group's offset never comes nothing is fetched; what was kept says whether there is more to read.
        unknown = unsettled if consumer.assignment() else ends
        watch.checked(sum(lags.values()) + (await self._lag_as_kept(unknown, watch) if unknown else 0))

    async def _ends(self, consumer: AIOKafkaConsumer) -> dict[TopicPartition, int]:
        """Where all that this service reads ends. The embedded broker tells less while a batch is its last."""
        found = {}
        for topic in self._handlers.topics():
            partitions = sorted(consumer.partitions_for_topic(topic) or ())
            ends = await kafka_log.end_offsets(consumer._client, topic, partitions)
            found.update({TopicPartition(topic, partition): end for partition, end in ends.items()})
        return found

    async def _lag_as_kept(self, ends: dict[TopicPartition, int], watch: Watch) -> int:
        """What the group has still to read, by what it kept. Without a partition we stand by, or the group is stuck."""
        try:
            rows = await self._database.fetch(_POSITIONS, self.log_id)
        except Exception as error:
            if not is_transient(error):
                raise
            return 0  # nobody can move while the database is away
        positions = {TopicPartition(row["topic"], row["partition"]): int(row["offset"]) for row in rows}
        watch.seen(positions)
        return sum(max(0, end - positions.get(place, 0)) for place, end in ends.items())


async def _position(consumer: AIOKafkaConsumer, place: TopicPartition) -> int | None:
    """Where the next read begins; None while that is not settled."""
    try:
        async with asyncio.timeout(1):
            return int(await consumer.position(place))
    except (TimeoutError, KafkaError):
        return None


def _backoff(failures: int) -> float:
    low, high = BACKOFF_SECONDS
    return min(high, low * 2.0 ** min(failures, 6)) * random.uniform(0.5, 1)
