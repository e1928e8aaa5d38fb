"""Carries facts from the outbox to Kafka: one leader per database, in the order of writing.

The leader holds a session advisory lock on the same connection that claims and marks, so that a relay
which lost its lock cannot mark. Rows are claimed in id order without a cursor: a late commit is simply
found by the next claim. See docs/decisions for what other designs lost or reordered.
"""

import asyncio
import contextlib
import json
import logging
import random
from collections.abc import Sequence
from typing import Any

import asyncpg
from pydantic_core import from_json

from shared.events import relay_log
from shared.events.fact import topic_of
from shared.events.inbox import describe
from shared.events.kafka import BrokerUnavailable, Kafka
from shared.events.log_writer import Acked, LogWriter, Record, Unsendable
from shared.events.outbox import sequence
from shared.ops.crash import crash_here
from shared.ops.metrics import Metrics
from shared.ops.pauses import pause

CHANNEL = "outbox"
CLAIM = 500  # rows
POLL_SECONDS = 0.25
GATHER_SECONDS = 0.02  # between the beginnings of two rounds: each costs the same, whether it carries 1 fact or 50
STANDBY_SECONDS = 0.5
BROKER_CHECK_SECONDS = 5.0
BACKOFF_SECONDS = (0.3, 5.0)
LOCK = 0x5E_01  # one relay per database
FORESEEN = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)

log = logging.getLogger(__name__)

CLAIM_ROWS = """
SELECT id, key, headers, payload, position FROM outbox
WHERE published_at IS NULL AND parked_at IS NULL AND key <> ALL ($1::text[])
ORDER BY id LIMIT $2
"""

MARK_ROWS = """
WITH counter AS (UPDATE relay_state SET next_position = $6, ends = $7, batches = $8 WHERE id = 1)
UPDATE outbox SET published_at = clock_timestamp(), log_id = $1, partition = sent.partition,
       "offset" = sent."offset", position = sent.position, attempts = attempts + 1, last_error = NULL
FROM unnest($2::bigint[], $3::int[], $4::bigint[], $5::bigint[]) AS sent (id, partition, "offset", position)
WHERE outbox.id = sent.id
"""

PARK_ROW = "UPDATE outbox SET parked_at = clock_timestamp(), attempts = attempts + 1, last_error = $2 WHERE id = $1"


class LockLost(ConnectionError):
    """The connection that held the relay's lock is gone; another relay may lead."""


class Relay:
    """Runs until it is cancelled. Any number of workers may run one; one leads.

    database_url: a direct connection (a pooler in transaction mode would break the session lock).
    """

    def __init__(self, service: str, database_url: str, kafka: Kafka, metrics: Metrics) -> None:
        self._topic = topic_of(service)
        self._service = service
        self._database_url = database_url
        self._kafka = kafka
        self._metrics = metrics
        self._woken = asyncio.Event()
        self._claim = CLAIM
        self.leads = False

    def wake(self) -> None:
        """Facts were committed: look now rather than at the next poll."""
        self._woken.set()

    async def run(self) -> None:
        """Lead, or stand by, for ever."""
        failures = 0
        while True:
            try:
                async with self._leadership() as connection:
                    await self._lead(connection)
            except Exception as error:  # also what a client library raises in a state that it did not foresee
                failures += 1
                low, high = BACKOFF_SECONDS
                wait = min(high, low * 2 ** min(failures, 6)) * random.uniform(0.5, 1)
                if isinstance(error, FORESEEN):
                    log.warning("relay starts over in %.1f s: %s: %s", wait, type(error).__name__, _place(error))
                else:
                    log.error("relay starts over in %.1f s: %s", wait, describe(error))
                await pause(wait)
            else:
                failures = 0

    @contextlib.asynccontextmanager
    async def _leadership(self) -> Any:
        connection = await asyncpg.connect(
            self._database_url,
            timeout=10,
            command_timeout=30,
            server_settings={"application_name": f"{self._service}/relay", "timezone": "UTC", "jit": "off"},
        )
        try:
            await connection.add_listener(CHANNEL, lambda *_: self._woken.set())
            while not await connection.fetchval("SELECT pg_try_advisory_lock($1)", LOCK):
                await pause(STANDBY_SECONDS)
            self.leads = True
            self._metrics.relay_leader.set(1)
            yield connection
        finally:
            self.leads = False
            self._metrics.relay_leader.set(0)
            self._metrics.outbox_parked.set(0)  # the next leader's to tell
            with contextlib.suppress(Exception):
                await connection.close(timeout=2)

    async def _lead(self, connection: Any) -> None:
        """Publish until the writer or the lock fails; a failed writer is closed and never used again."""
        writer = await LogWriter.open(self._kafka, self._topic)
        try:
            term = await _Term.begin(connection, writer, self._metrics)
            while True:
                self._woken.clear()
                began = asyncio.get_running_loop().time()
                if await term.publish(self._claim) < self._claim:
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(POLL_SECONDS):
                            await self._woken.wait()
                    await pause(began + GATHER_SECONDS - asyncio.get_running_loop().time())
        except _UnsendableAmong as found:
            # The producer counted the refused rows and would be out of order for good, so it ends here too.
            self._claim = 1 if found.rows > 1 else CLAIM
        finally:
            await writer.close()


class _UnsendableAmong(Exception):
    """The claimed rows hold one that the broker will never take; the next term looks for it one by one."""

    def __init__(self, rows: int) -> None:
        super().__init__(rows)
        self.rows = rows


class _Term:
    """One leader's time with one producer: what it knows of positions, ends and parked keys."""

    def __init__(self, connection: Any, writer: LogWriter, metrics: Metrics) -> None:
        self._connection = connection
        self._writer = writer
        self._metrics = metrics
        self._checked_at = 0.0
        self._next_position = 1
        self._ends: dict[int, int] = {}
        self._batches: dict[int, int] = {}
        self._parked_keys: list[str] = []

    @classmethod
    async def begin(cls, connection: Any, writer: LogWriter, metrics: Metrics) -> "_Term":
        term = cls(connection, writer, metrics)
        await term._check_log()
        return term

    async def publish(self, limit: int) -> int:
        """Claim, send, mark one set of rows; answers how many were claimed."""
        if self._log_must_be_checked():
            await self._check_log()
        rows = await self._connection.fetch(CLAIM_ROWS, self._parked_keys, limit)
        crash_here("after_claim")
        if not rows:
            return 0
        written = await self._writer.write([_record(row) for row in rows], self._look_around)
        crash_here("after_ack")
        if any(0 <= ack.offset < self._ends.get(ack.partition, 0) for ack in written.acked):
            raise BrokerUnavailable("an ack lies below what the log already held: its tail was cut")
        await self._mark(rows, written.acked)
        crash_here("after_mark")
        if isinstance(written.failure, Unsendable):
            await self._put_aside(rows, written.failure)
        if written.failure is not None:
            raise BrokerUnavailable(f"batch failed: {type(written.failure).__name__}") from written.failure
        return len(rows)

    async def _put_aside(self, rows: Sequence[Any], failure: Unsendable) -> None:
        """Park the row if it is alone; its key waits with it. Raises _UnsendableAmong."""
        if len(rows) == 1:
            log.error("outbox row %d cannot be sent and is parked with its key", rows[0]["id"])
            await self._connection.execute(PARK_ROW, rows[0]["id"], str(failure))
        raise _UnsendableAmong(len(rows))

    def _log_must_be_checked(self) -> bool:
        now = asyncio.get_running_loop().time()
        return now - self._checked_at >= BROKER_CHECK_SECONDS or self._writer.connection_broke()

    async def _check_log(self) -> None:
        """Is it the log that the rows were sent to, whole? What it has lost becomes unpublished again."""
        seen = await self._writer.current_log_id()
        if seen != self._writer.log_id:
            raise BrokerUnavailable("the broker holds another log than a moment ago")
        ends = await self._writer.end_offsets()
        state = await relay_log.reconcile(self._connection, seen, ends)
        if state.lost:
            self._metrics.relay_log_changes_total.inc()
            log.warning("the log lost %d facts (replaced: %s): they are sent again", state.lost, state.replaced)
        self._next_position = state.next_position
        self._ends, self._batches = state.ends, state.batches
        self._parked_keys = state.parked_keys
        self._metrics.outbox_parked.set(state.parked)
        self._checked_at = asyncio.get_running_loop().time()

    async def _look_around(self) -> None:
        """While acks are out: do we still lead, and is the log still there? A broker that is away is waited for."""
        if self._connection.is_closed():
            raise LockLost("the relay's connection is closed")
        await self._connection.fetchval("SELECT 1")
        try:
            seen = await self._writer.current_log_id()
        except BrokerUnavailable:
            return
        if seen != self._writer.log_id:
            raise BrokerUnavailable("the broker holds another log than a moment ago")
        await self._writer.end_offsets()  # raises where the broker answers, but has the topic no more

    async def _mark(self, rows: Sequence[Any], acked: Sequence[Acked]) -> None:
        """Record where the acked rows lie and number them without gaps; a re-sent row keeps its number."""
        if not acked:
            return
        held = {row["id"]: row["position"] for row in rows}
        positions = []
        next_position = self._next_position
        in_order = sorted(acked, key=lambda ack: ack.row_id)
        for ack in in_order:
            position = held[ack.row_id]
            if position is None:
                position, next_position = next_position, next_position + 1
            positions.append(position)
            self._ends[ack.partition] = max(ack.offset + 1, self._ends.get(ack.partition, 0))
            self._batches[ack.partition] = max(ack.batch, self._batches.get(ack.partition, 0))
        await self._connection.execute(
            MARK_ROWS,
            self._writer.log_id,
            [ack.row_id for ack in in_order],
            [ack.partition for ack in in_order],
            [ack.offset for ack in in_order],
            positions,
            next_position,
            json.dumps(self._ends),
            json.dumps(self._batches),
        )
        self._next_position = next_position
        self._metrics.relay_published_total.inc(len(acked))


def _record(row: Any) -> Record:
    row_id, key, stored, payload, _ = row
    headers = from_json(stored)
    headers["ce_sequence"] = sequence(row_id)
    return Record(row_id, key.encode(), payload, [(name, value.encode()) for name, value in headers.items()])


def _place(error: BaseException) -> str:
    """What may be logged of an error: never the row that PostgreSQL's DETAIL prints."""
    return str(getattr(error, "sqlstate", None) or error)[:200]
