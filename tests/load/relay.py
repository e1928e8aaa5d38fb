"""Stage: 100,000 facts that wait in an outbox, carried to the broker by a worker that starts, beside a bare relay."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager

from deploy.local import brokers
from deploy.local.brokers import Broker, BrokerKind
from shared.contracts.feedback import ResponseReceived
from tests.load.figures import Figure
from tests.load.site import Site

STAGE = "relay drain"
FACTS = 100_000
SUBJECTS = 20_000
REACH = 0.7

LIMIT_TOPIC = "limit-drain"
SECONDS = 120.0

FILL = f"""
INSERT INTO outbox (event_id, topic, key, type, subject, headers, payload)
SELECT event_id, 'feedback-events', subject, '{ResponseReceived.fact_type}', subject, jsonb_build_object(
           'ce_specversion', '1.0', 'ce_id', event_id, 'ce_source', '/feedback',
           'ce_type', '{ResponseReceived.fact_type}', 'ce_subject', subject,
           'ce_time', '2026-11-23T10:15:00.123456Z', 'ce_recordedtime', '2026-11-23T10:15:00.123456Z',
           'ce_correlationid', subject, 'ce_causationid', 'request/' || subject, 'ce_actor', 'key/bench',
           'content-type', 'application/json'
       ), convert_to(
           jsonb_set('{ResponseReceived.model_validate(ResponseReceived.example).model_dump_json().replace("'", "''")}',
                     '{{response_id}}', to_jsonb(subject))::text,
           'utf8'
       )
FROM (
    SELECT gen_random_uuid() AS event_id, md5((number % {SUBJECTS})::text)::uuid::text AS subject
    FROM generate_series(1, {FACTS}) AS number
) AS told
"""

MARKED = """
SELECT count(*), count(DISTINCT (partition, "offset")), extract(epoch FROM max(published_at) - min(published_at))
FROM outbox WHERE published_at IS NOT NULL AND type <> 'service.heartbeat.v1'
"""


def measure(site: Site, kind: BrokerKind, rounds: int) -> list[Figure]:
    """Let the limit and the suite drain an outbox in turns. Raises AssertionError where a fact was not sent."""
    rates: dict[str, list[float]] = {"limit": [], "suite": []}
    with site.broker(kind) as broker:
        asyncio.run(brokers.create_topics(broker.bootstrap_servers, (LIMIT_TOPIC,), brokers.PARTITIONS[broker.kind]))
        for number in range(rounds):
            for side, running in (("limit", _limit), ("suite", _suite)):
                name = f"drain_{side}_{number}"
                url = site.database("feedback", name)
                site.rows(f"{FILL}; ANALYZE outbox", name)
                site.settle()
                with running(site, broker, url):
                    rates[side].append(_drained(site, name))
    return [Figure(STAGE, "facts a second", "/s", "more", rates["suite"], rates["limit"], REACH)]


@contextmanager
def _suite(site: Site, broker: Broker, url: str) -> Iterator[None]:
    with site.service("feedback", "worker", database_url=url, broker=broker):
        yield


@contextmanager
def _limit(site: Site, broker: Broker, url: str) -> Iterator[None]:
    env = {"DATABASE_URL": url, "KAFKA_BOOTSTRAP_SERVERS": broker.bootstrap_servers, "TOPIC": LIMIT_TOPIC}
    with site.program("limit-drain", "tests.load.limits.drain", env=env, ready=lambda: True):
        yield


def _drained(site: Site, database: str) -> float:
    """Facts a second, from the first mark to the last, once all are marked."""
    deadline = time.monotonic() + SECONDS
    waiting = "SELECT 1 FROM outbox WHERE published_at IS NULL LIMIT 1"
    while site.rows(waiting, database):
        assert time.monotonic() < deadline, f"{database}: facts were not sent within {SECONDS:.0f} s"
        time.sleep(0.5)
    sent, places, seconds = site.rows(MARKED, database)[0].split("|")
    assert int(sent) == int(places) == FACTS, f"{database}: {sent} facts were sent, to {places} places"
    return FACTS / float(seconds)
