"""Two bare services on real servers: feedback tells answers, ticketing writes down what it heard."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

import shared.contracts  # noqa: F401 - fills the register
from deploy.local.brokers import Broker
from deploy.local.postgres import Postgres
from shared.contracts.feedback import ResponseReceived
from shared.db.base import Platform
from shared.db.session import Database
from shared.events import tables  # noqa: F401 - declares the tables
from shared.events.cause import Cause
from shared.events.consumer import Consumer
from shared.events.event import Event
from shared.events.handlers import Handlers, together
from shared.events.kafka import Kafka
from shared.events.outbox import tell
from shared.events.relay import Relay
from shared.events.transaction import transaction
from shared.events.transient import is_transient
from shared.ids import uuid7
from shared.ops.clock import system_clock
from shared.ops.metrics import Metrics

EFFECTS = "CREATE TABLE effect (place bigserial, event_id uuid, subject text, sequence bigint, score int)"

PUBLISH = """
WITH fresh AS (
    SELECT id, row_number() OVER (ORDER BY id) + (SELECT next_position FROM relay_state) - 1 AS place
    FROM outbox WHERE position IS NULL
), counter AS (UPDATE relay_state SET next_position = next_position + (SELECT count(*) FROM fresh))
UPDATE outbox SET position = place, published_at = now() FROM fresh WHERE outbox.id = fresh.id
"""
"""What the relay does when all of its rows were acknowledged."""


def answer(subject: uuid.UUID | None = None, score: int = 3) -> ResponseReceived:
    """An answer as feedback tells it."""
    example = {**ResponseReceived.example, "response_id": str(subject or uuid7()), "score": score}
    return ResponseReceived.model_validate(example)


def cause() -> Cause:
    """Some request."""
    return Cause("request/test", "key/test", system_clock())


async def tell_answers(database: Database, *answers: ResponseReceived) -> list[uuid.UUID]:
    """Each answer in one transaction with the others."""
    async with transaction(database) as session:
        return [tell(session, one, cause(), trace_id=one.response_id) for one in answers]


async def write_effect(session: AsyncSession, events: list[Event[ResponseReceived]]) -> None:
    """What the listener does: one row for each event."""
    await session.execute(
        text("INSERT INTO effect (event_id, subject, sequence, score) VALUES (:id, :subject, :sequence, :score)"),
        [
            {"id": event.id, "subject": event.subject, "sequence": event.sequence, "score": event.data.score}
            for event in events
        ],
    )


WRITE_EFFECTS = Handlers({ResponseReceived: [together(write_effect)]})


@dataclass
class Bench:
    """A teller's database and a listener's, with what runs on them."""

    feedback: Database
    ticketing: Database
    kafka: Kafka
    metrics: Metrics = field(default_factory=lambda: Metrics("test"))

    @asynccontextmanager
    async def relaying(self) -> AsyncIterator[Relay]:
        """A relay of feedback's outbox runs."""
        relay = Relay("feedback", self.feedback.url, self.kafka, self.metrics)
        async with running(relay.run()):
            yield relay

    @asynccontextmanager
    async def consuming(self, handlers: Handlers = WRITE_EFFECTS) -> AsyncIterator[Consumer]:
        """A consumer of ticketing runs."""
        consumer = Consumer(self.ticketing, handlers, self.kafka, self.metrics, system_clock)
        async with running(consumer.run()):
            yield consumer

    async def effects(self) -> list[Any]:
        """What the listener wrote, in the order of writing."""
        return await rows(self.ticketing, "SELECT * FROM effect ORDER BY place")

    async def until_effects(self, count: int, seconds: float = 40) -> list[Any]:
        """Wait for so many effects."""
        return await until(self.effects, lambda found: len(found) >= count, seconds)


async def rows(database: Database, statement: str, **values: Any) -> list[Any]:
    """A query's rows."""
    async with database.session() as session:
        return list((await session.execute(text(statement), values)).all())


async def execute(database: Database, statement: str, **values: Any) -> None:
    """A statement, committed."""
    async with database.session() as session, session.begin():
        await session.execute(text(statement), values)


async def until(look: Any, enough: Any, seconds: float = 30) -> Any:
    """Poll until `enough(look())`; fails at the deadline with what was seen last.

    A look through a connection that an outage broke is a look that saw nothing yet.
    """
    deadline = asyncio.get_running_loop().time() + seconds
    while True:
        try:
            seen = await look()
            if enough(seen):
                return seen
        except Exception as error:
            if not is_transient(error):
                raise
            seen = error
        assert asyncio.get_running_loop().time() < deadline, f"after {seconds} s: {str(seen)[:2000]}"
        await asyncio.sleep(0.05)


@asynccontextmanager
async def running(work: Any) -> AsyncIterator[None]:
    """Something runs until the block ends; an error of its own fails the test."""
    task = asyncio.ensure_future(work)
    try:
        yield
        if task.done():
            task.result()
    finally:
        task.cancel()
        await asyncio.wait([task], timeout=20)
        assert task.done(), "it lost its cancellation"


@pytest.fixture
async def new_database(postgres: Postgres) -> AsyncIterator[Any]:
    """`new_database(service)`: a database with eventing's tables alone."""
    made: list[Database] = []

    def make(service: str) -> Database:
        name = f"bare_{service}_{uuid.uuid4().hex[:10]}"
        postgres.execute(f"CREATE DATABASE {name}")
        made.append(Database(service, postgres.url(name), pool_size=3, overflow=20))
        return made[-1]

    yield make
    for database in made:
        await database.close()
    postgres.execute(
        *(f"DROP DATABASE IF EXISTS {database.url.rsplit('/', 1)[1].split('?')[0]} WITH (FORCE)" for database in made)
    )


async def with_tables(database: Database, *statements: str) -> Database:
    """Eventing's tables in it."""
    async with database.engine.begin() as connection:
        await connection.run_sync(Platform.metadata.create_all)
        for statement in statements:
            await connection.execute(text(statement))
    return database


@pytest.fixture
async def bench(new_database: Any, private_broker: Broker) -> Bench:
    """Feedback's and ticketing's databases, and a broker of their own."""
    feedback = await with_tables(new_database("feedback"))
    ticketing = await with_tables(new_database("ticketing"), EFFECTS)
    embedded = private_broker.kind == "embedded"
    kafka = Kafka(
        private_broker.bootstrap_servers, fetch_max_wait_ms=20 if embedded else 500, session_timeout_ms=10_000
    )
    return Bench(feedback, ticketing, kafka)
