"""Stage: facts that wait in a topic, applied by a service's worker when it starts, beside a bare consumer.

Three kinds: account.updated of 5,000 customers, which ticketing mirrors; neutral answers, which analytics keeps and
counts, and takes as evidence; and negative ones, which it counts twice and whose five steps are owed from then on.
"""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from aiokafka import AIOKafkaProducer

from deploy.local import brokers
from deploy.local.brokers import Broker, BrokerKind
from deploy.local.services import FETCH_MAX_WAIT_MS
from services.analytics.facts import partitions
from shared.contracts.feedback import ResponseReceived
from shared.contracts.onboarding import AccountUpdated
from shared.db.session import Database
from shared.events.fact import Fact, topic_of
from shared.events.transaction import transaction
from shared.ids import uuid7
from shared.ops.clock import system_clock
from tests.load import directory
from tests.load.figures import Figure
from tests.load.site import Site

STAGE = "consumer drain"
AT_ONCE = 500
SECONDS = 180.0

SPAN = "SELECT extract(epoch FROM max(received_at) - min(received_at)) FROM {heard}"


class Mirror:
    """Customers that change, each several times."""

    measure: ClassVar[str] = "facts a second"
    service: ClassVar[str] = "ticketing"
    limit: ClassVar[str] = "consumer"
    reach: ClassVar[float] = 0.7
    facts: ClassVar[int] = 50_000
    accounts: ClassVar[tuple[UUID, ...]] = tuple(uuid7() for _ in range(5_000))

    source: ClassVar[str] = topic_of("onboarding")
    heard: ClassVar[str] = "inbox"
    applied: ClassVar[str] = "SELECT count(*), sum(sequence) FROM account"

    async def prepare(self, url: str) -> None:
        """Nothing is missing in the database."""

    def fact(self, number: int) -> Fact:
        """The fact with this number."""
        mine = {"account_id": self.accounts[number % len(self.accounts)], "name": f"Customer {number}"}
        return AccountUpdated.model_validate({**AccountUpdated.example, **mine})

    @property
    def expected(self) -> str:
        """What `applied` answers then: the sequences are those of each customer's last fact."""
        newest = sum(range(self.facts - len(self.accounts) + 1, self.facts + 1))
        return f"{len(self.accounts)}|{newest}"


@dataclass(frozen=True)
class Answers:
    """Answers that nobody has heard of. owed: the steps of each."""

    measure: str
    outcome: str
    reach: float
    contributions: int
    owed: int

    service: ClassVar[str] = "analytics"
    limit: ClassVar[str] = "observer"
    facts: ClassVar[int] = 10_000
    source: ClassVar[str] = topic_of("feedback")
    heard: ClassVar[str] = "inbox JOIN fact USING (event_id)"  # it also hears its own heartbeat
    applied: ClassVar[str] = """
SELECT (SELECT count(*) FROM fact), (SELECT count(*) FROM metric_owner), (SELECT count(*) FROM contribution),
       (SELECT count(*) FROM evidence), (SELECT count(*) FROM expectation WHERE state = 'open')
"""

    async def prepare(self, url: str) -> None:
        """Make the partition that the facts of this month are in."""
        database = Database(self.service, url)
        try:
            async with transaction(database) as session:
                await partitions.ensure(session, {partitions.month_of(system_clock())})
        finally:
            await database.close()

    def fact(self, number: int) -> Fact:
        """The fact with this number."""
        mine = {"response_id": uuid7(), "account_id": uuid7(), "contact_id": uuid7(), "outcome": self.outcome}
        score = {"score": 3 if self.outcome == "negative" else 8}
        return ResponseReceived.model_validate({**ResponseReceived.example, **mine, **score})

    @property
    def expected(self) -> str:
        """What `applied` answers then."""
        counts = (1, 1, self.contributions, 1, self.owed)
        return "|".join(str(self.facts * count) for count in counts)


Drain = Mirror | Answers

DRAINS: tuple[Drain, ...] = (
    Mirror(),
    Answers("facts a second, metrics", "neutral", 0.4, contributions=1, owed=0),
    Answers("facts a second, metrics and ledger", "negative", 0.3, contributions=2, owed=5),
)


def measure(site: Site, kind: BrokerKind, rounds: int) -> list[Figure]:
    """Let the limit and the suite read a topic in turns. Raises AssertionError where a fact was not applied."""
    return [_measured(site, kind, rounds, number, drain) for number, drain in enumerate(DRAINS)]


def _measured(site: Site, kind: BrokerKind, rounds: int, number: int, drain: Drain) -> Figure:
    rates: dict[str, list[float]] = {"limit": [], "suite": []}
    for turn in range(rounds):
        with site.broker(kind) as broker:  # a new one each time: the suite's group goes on where it was
            asyncio.run(_tell(broker, drain))
            for side, running in (("limit", _limit), ("suite", _suite)):
                name = f"consumer_{side}_{number}_{turn}"
                url = site.database(drain.service, name)
                site.settle()
                with running(site, broker, url, drain):
                    rates[side].append(_drained(site, name, drain))
    return Figure(STAGE, drain.measure, "/s", "more", rates["suite"], rates["limit"], drain.reach)


@contextmanager
def _suite(site: Site, broker: Broker, url: str, drain: Drain) -> Iterator[None]:
    with site.service(drain.service, "worker", database_url=url, broker=broker):
        yield


@contextmanager
def _limit(site: Site, broker: Broker, url: str, drain: Drain) -> Iterator[None]:
    env = {
        "DATABASE_URL": url,
        "KAFKA_BOOTSTRAP_SERVERS": broker.bootstrap_servers,
        "CONSUMER_FETCH_MAX_WAIT_MS": FETCH_MAX_WAIT_MS[broker.kind],
        "SOURCE": drain.source,
    }
    asyncio.run(drain.prepare(url))
    with site.program(f"limit-{drain.limit}", f"tests.load.limits.{drain.limit}", env=env, ready=lambda: True):
        yield


def _drained(site: Site, database: str, drain: Drain) -> float:
    """Facts a second, from the first transaction to the last, once all are applied."""
    deadline = time.monotonic() + SECONDS
    while (found := site.rows(drain.applied, database)) != [drain.expected]:
        assert time.monotonic() < deadline, f"{database}: {found} came of the facts within {SECONDS:.0f} s"
        time.sleep(0.5)
    return drain.facts / float(site.rows(SPAN.format(heard=drain.heard), database)[0])


async def _tell(broker: Broker, drain: Drain) -> None:
    """Publish all facts, those of each subject in order."""
    await brokers.create_topics(broker.bootstrap_servers, (drain.source,), brokers.PARTITIONS[broker.kind])
    producer = AIOKafkaProducer(bootstrap_servers=broker.bootstrap_servers)
    await producer.start()
    try:
        for start in range(0, drain.facts, AT_ONCE):
            sent = [
                await producer.send(drain.source, **directory.record(drain.fact(number), number + 1))
                for number in range(start, start + AT_ONCE)
            ]
            await asyncio.gather(*sent)
    finally:
        await producer.stop()
