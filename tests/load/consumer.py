"""Stage: 50,000 facts that wait in a topic, mirrored by ticketing's worker when it starts, beside a bare consumer.

They are account.updated of 5,000 customers: an inbox row each, and the newest of each customer in the mirror.
"""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager

from aiokafka import AIOKafkaProducer

from deploy.local import brokers
from deploy.local.brokers import Broker, BrokerKind
from deploy.local.services import FETCH_MAX_WAIT_MS
from shared.contracts.onboarding import AccountUpdated
from shared.events.fact import topic_of
from shared.ids import uuid7
from tests.load import directory
from tests.load.figures import Figure
from tests.load.site import Site

STAGE = "consumer drain"
FACTS = 50_000
ACCOUNTS = 5_000
REACH = 0.7

SOURCE = topic_of("onboarding")
AT_ONCE = 500
SECONDS = 180.0

APPLIED = """
SELECT count(*), (SELECT count(*) FROM account), (SELECT sum(sequence) FROM account),
       extract(epoch FROM max(received_at) - min(received_at)) FROM inbox
"""
NEWEST = sum(range(FACTS - ACCOUNTS + 1, FACTS + 1))  # the sequences of each customer's last fact


def measure(site: Site, kind: BrokerKind, rounds: int) -> list[Figure]:
    """Let the limit and the suite read a topic in turns. Raises AssertionError where a fact was not applied."""
    rates: dict[str, list[float]] = {"limit": [], "suite": []}
    for number in range(rounds):
        with site.broker(kind) as broker:  # a new one each time: the suite's group goes on where it was
            asyncio.run(brokers.create_topics(broker.bootstrap_servers, (SOURCE,), brokers.PARTITIONS[broker.kind]))
            asyncio.run(_tell(broker.bootstrap_servers))
            for side, running in (("limit", _limit), ("suite", _suite)):
                name = f"consumer_{side}_{number}"
                url = site.database("ticketing", name)
                site.settle()
                with running(site, broker, url):
                    rates[side].append(_drained(site, name))
    return [Figure(STAGE, "facts a second", "/s", "more", rates["suite"], rates["limit"], REACH)]


@contextmanager
def _suite(site: Site, broker: Broker, url: str) -> Iterator[None]:
    with site.service("ticketing", "worker", database_url=url, broker=broker):
        yield


@contextmanager
def _limit(site: Site, broker: Broker, url: str) -> Iterator[None]:
    env = {
        "DATABASE_URL": url,
        "KAFKA_BOOTSTRAP_SERVERS": broker.bootstrap_servers,
        "CONSUMER_FETCH_MAX_WAIT_MS": FETCH_MAX_WAIT_MS[broker.kind],
        "SOURCE": SOURCE,
    }
    with site.program("limit-consumer", "tests.load.limits.consumer", env=env, ready=lambda: True):
        yield


def _drained(site: Site, database: str) -> float:
    """Facts a second, from the first transaction to the last, once all are applied."""
    deadline = time.monotonic() + SECONDS
    while int(site.rows("SELECT count(*) FROM inbox", database)[0]) < FACTS:
        assert time.monotonic() < deadline, f"{database}: facts were not applied within {SECONDS:.0f} s"
        time.sleep(0.5)
    applied, accounts, newest, seconds = site.rows(APPLIED, database)[0].split("|")
    assert (int(applied), int(accounts), int(newest)) == (FACTS, ACCOUNTS, NEWEST), (
        f"{database}: {applied} facts were applied to {accounts} accounts"
    )
    return FACTS / float(seconds)


async def _tell(bootstrap_servers: str) -> None:
    """Publish all facts, those of each customer in order."""
    accounts = [uuid7() for _ in range(ACCOUNTS)]
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap_servers)
    await producer.start()
    try:
        for start in range(0, FACTS, AT_ONCE):
            sent = []
            for number in range(start, start + AT_ONCE):
                mine = {"account_id": accounts[number % ACCOUNTS], "name": f"Customer {number}"}
                fact = AccountUpdated.model_validate({**AccountUpdated.example, **mine})
                sent.append(await producer.send(SOURCE, **directory.record(fact, number + 1)))
            await asyncio.gather(*sent)
    finally:
        await producer.stop()
