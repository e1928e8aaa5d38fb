"""The feed: published facts by position, each as it lies on Kafka, to be followed without losing one."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import httpx
import pytest
from aiokafka import AIOKafkaConsumer
from sqlalchemy import text

from deploy.local.brokers import Broker
from shared.contracts import told_by
from shared.contracts.feedback import LoopOpened, ResponseReceived
from shared.contracts.platform import ServiceHeartbeat
from shared.events.cause import Cause
from shared.events.envelope import decode
from shared.events.fact import Fact
from shared.events.kafka import Kafka
from shared.events.outbox import tell
from shared.events.relay import Relay
from shared.events.republish import republish
from shared.events.transaction import transaction
from shared.events.writing import store_what_waits
from shared.features.events import queries
from shared.ids import uuid7
from shared.ops.metrics import Metrics
from shared.worker import heartbeat, retention
from tests.fixtures.services import ServiceUnderTest
from tests.shared.events.conftest import PUBLISH, running, until

RECEIVED, OPENED = ResponseReceived.fact_type, LoopOpened.fact_type
TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def received(**changes: Any) -> ResponseReceived:
    return ResponseReceived.model_validate({**ResponseReceived.example, "response_id": str(uuid7()), **changes})


def opened() -> LoopOpened:
    return LoopOpened.model_validate({**LoopOpened.example, "loop_case_id": str(uuid7())})


async def tell_facts(service: ServiceUnderTest, *facts: Fact) -> None:
    """Told in one transaction, and not published yet."""
    async with transaction(service.database) as session:
        for fact in facts:
            cause = Cause("request/test", "key/test", service.clock(), traceparent=TRACEPARENT)
            tell(session, fact, cause, trace_id=uuid7())


async def publish(service: ServiceUnderTest) -> None:
    await service.execute("INSERT INTO relay_state (id) VALUES (1) ON CONFLICT DO NOTHING")
    await service.execute(PUBLISH)


@pytest.fixture
async def feed(feedback: ServiceUnderTest) -> ServiceUnderTest:
    """Feedback, whose outbox holds nothing yet."""
    await feedback.execute("DELETE FROM outbox")
    return feedback


def positions(part: dict[str, Any]) -> list[int]:
    return [item["position"] for item in part["items"]]


async def follow(service: ServiceUnderTest, **query: Any) -> list[Any]:
    """The items of the whole feed, as a poller reads them; it ends where there is no more."""
    items: list[Any] = []
    part = await service.get("/v1/events", **query)
    items += part["items"]
    while part["next_after"] < part["newest"]:
        part = await service.get("/v1/events", **{**query, "after": part["next_after"]})
        items += part["items"]
    return items


async def test_an_empty_feed_says_where_to_begin(feed: ServiceUnderTest) -> None:
    assert await feed.get("/v1/events") == {"items": [], "next_after": 0, "oldest": 1, "newest": 0}


async def test_a_fact_is_shown_once_it_is_published(feed: ServiceUnderTest) -> None:
    await tell_facts(feed, received())
    assert (await feed.get("/v1/events"))["items"] == []
    await publish(feed)
    assert positions(await feed.get("/v1/events")) == [1]


async def test_an_item_is_the_fact_that_lies_on_kafka(feed: ServiceUnderTest, private_broker: Broker) -> None:
    """Published by the relay and read from the topic: attributes and data are the same, and so is their reading."""
    await tell_facts(feed, received(score=3, comment="Langsam – «très lent»"), opened(), received(score=10))
    kafka = Kafka(private_broker.bootstrap_servers, fetch_max_wait_ms=20)
    relay = Relay("feedback", feed.database.url, kafka, Metrics("test"))
    async with running(relay.run()):
        part = await until(lambda: feed.get("/v1/events"), lambda part: len(part["items"]) == 3)
        records = await read_topic(private_broker, "feedback-events", 3)
    assert positions(part) == [1, 2, 3]
    by_id = {dict(record.headers)["ce_id"].decode(): record for record in records}
    for item in part["items"]:
        record = by_id[item["id"]]
        headers = {name: value.decode() for name, value in record.headers}
        attributes = {name: value for name, value in item.items() if name not in ("position", "data")}
        assert attributes.pop("datacontenttype") == headers.pop("content-type")
        assert attributes.pop("traceparent") == headers.pop("traceparent") == TRACEPARENT
        assert {f"ce_{name}": value for name, value in attributes.items()} == headers
        assert item["data"] == json.loads(record.value)
        assert record.key.decode() == item["subject"]
        structured = {"content-type": b"application/cloudevents+json"}
        assert decode(record.topic, structured, json.dumps(item).encode()) == decode(
            record.topic, dict(record.headers), record.value
        )


async def read_topic(broker: Broker, topic: str, count: int) -> list[Any]:
    async with asyncio.timeout(60):
        consumer = AIOKafkaConsumer(topic, bootstrap_servers=broker.bootstrap_servers, auto_offset_reset="earliest")
        await consumer.start()
        try:
            return [await consumer.getone() for _ in range(count)]
        finally:
            await consumer.stop()


async def test_a_poller_resumes_where_it_stood(feed: ServiceUnderTest) -> None:
    await tell_facts(feed, *(received() for _ in range(5)))
    await publish(feed)
    first = await feed.get("/v1/events", limit=2)
    assert (positions(first), first["next_after"], first["newest"]) == ([1, 2], 2, 5)
    second = await feed.get("/v1/events", limit=2, after=2)
    assert second == await feed.get("/v1/events", limit=2, after=2), "the same question has the same answer"
    last = await feed.get("/v1/events", limit=2, after=second["next_after"])
    assert (positions(second), positions(last), last["next_after"]) == ([3, 4], [5], 5)
    await tell_facts(feed, received())
    await publish(feed)
    assert positions(await feed.get("/v1/events", after=last["next_after"])) == [6]


async def test_what_commits_late_is_not_lost(feed: ServiceUnderTest, private_broker: Broker) -> None:
    """A fact whose id is lower but whose transaction ends later is published, and shown, after the other."""
    kafka = Kafka(private_broker.bootstrap_servers, fetch_max_wait_ms=20)
    async with running(Relay("feedback", feed.database.url, kafka, Metrics("test")).run()):
        async with transaction(feed.database) as late:
            tell(late, received(), Cause("request/late", "key/test", feed.clock()), trace_id=uuid7())
            await late.run_sync(store_what_waits)
            await tell_facts(feed, received())
            part = await until(lambda: feed.get("/v1/events"), lambda part: part["items"])
            assert [item["causationid"] for item in part["items"]] == ["request/test"]
        after = part["next_after"]
        part = await until(lambda: feed.get("/v1/events", after=after), lambda part: part["items"])
    assert [(item["position"], item["causationid"]) for item in part["items"]] == [(2, "request/late")]


async def test_a_fact_that_is_sent_again_keeps_its_place(feed: ServiceUnderTest) -> None:
    await tell_facts(feed, received(), received())
    await publish(feed)
    before = await feed.get("/v1/events")
    async with transaction(feed.database) as session:
        now = feed.clock()
        assert await republish(session, since=now.replace(year=2000), until=now.replace(year=2090)) == 2
    assert await feed.get("/v1/events") == before


@pytest.mark.parametrize("asked", [[f"{RECEIVED},{OPENED}"], [RECEIVED, OPENED], [f"{OPENED}, {RECEIVED}"]])
async def test_types_are_separated_by_commas_or_repeated(feed: ServiceUnderTest, asked: list[str]) -> None:
    await beat(feed)
    await tell_facts(feed, received(), opened(), received())
    await publish(feed)
    found = await feed.get("/v1/events", types=asked)
    assert positions(found) == [2, 3, 4]
    assert positions(await feed.get("/v1/events", types=OPENED)) == [3]


async def test_a_poller_of_one_type_passes_the_others_in_bounded_steps(
    feed: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "LOOKED_AT", 4)
    facts = [opened() if number in (6, 11) else received() for number in range(1, 13)]
    await tell_facts(feed, *facts)
    await publish(feed)
    first = await feed.get("/v1/events", types=OPENED)
    assert (first["items"], first["next_after"], first["newest"]) == ([], 4, 12)
    assert [item["position"] for item in await follow(feed, types=OPENED)] == [6, 11]
    assert [item["position"] for item in await follow(feed, types=OPENED, limit=1)] == [6, 11]
    assert [item["position"] for item in await follow(feed, types=RECEIVED, limit=3)] == [
        number for number in range(1, 13) if number not in (6, 11)
    ]


async def test_large_facts_come_in_smaller_parts(feed: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "PAGE_BYTES", 10_000)
    await tell_facts(feed, *(received(comment="x" * size) for size in (8_000, 1_000, 30_000, 10, 10)))
    await publish(feed)
    first = await feed.get("/v1/events")
    assert (positions(first), first["next_after"]) == ([1, 2], 2)
    assert [item["position"] for item in await follow(feed)] == [1, 2, 3, 4, 5]


async def beat(service: ServiceUnderTest) -> None:
    """The worker's heartbeat is told."""
    await tell_facts(service, ServiceHeartbeat.model_validate(ServiceHeartbeat.example))


async def grow_old(service: ServiceUnderTest, days: int, up_to: int) -> None:
    await service.execute(
        "UPDATE outbox SET published_at = now() - make_interval(days => :days),"
        " created_at = now() - make_interval(days => :days) WHERE position <= :up_to",
        days=days,
        up_to=up_to,
    )


async def forget(service: ServiceUnderTest) -> int:
    async with transaction(service.database) as session:
        return await retention.forget_facts(session, Cause("job/test", "service/feedback", service.clock()), 100)


async def test_who_stands_before_what_was_removed_is_told(feed: ServiceUnderTest) -> None:
    await tell_facts(feed, *(received() for _ in range(5)))
    await publish(feed)
    await grow_old(feed, 8, up_to=3)
    assert await forget(feed) == 3
    for after in (0, 2):
        answer = await feed.client.get("/v1/events", params={"after": after})
        assert (answer.status_code, answer.json()["code"], answer.json()["oldest"]) == (410, "position_gone", 4)
        assert answer.headers["content-type"] == "application/problem+json"
    part = await feed.get("/v1/events", after=3)
    assert (positions(part), part["oldest"], part["newest"]) == ([4, 5], 4, 5)
    assert positions(await feed.get("/v1/events")) == [4, 5], "without a place the feed begins at what is kept"


async def test_an_outbox_that_is_empty_again_still_tells(feed: ServiceUnderTest) -> None:
    await tell_facts(feed, received(), received())
    await publish(feed)
    await grow_old(feed, 8, up_to=2)
    assert await forget(feed) == 2
    assert (await feed.client.get("/v1/events", params={"after": 1})).status_code == 410
    assert await feed.get("/v1/events", after=2) == {"items": [], "next_after": 2, "oldest": 3, "newest": 2}
    assert await forget(feed) == 0
    assert (await feed.get("/v1/events"))["oldest"] == 3


async def test_heartbeats_that_were_removed_are_missed_by_nobody(feed: ServiceUnderTest) -> None:
    """Nothing happens for a week but heartbeats: whoever looks once an hour is not sent back to the beginning."""
    await tell_facts(feed, received())
    for _ in range(3):
        await beat(feed)
    await publish(feed)
    await feed.execute("UPDATE outbox SET published_at = now() - interval '1 hour' WHERE position > 1")
    async with transaction(feed.database) as session:
        heart = heartbeat.Heart("feedback", 30)
        await heart.beat(session, Cause("job/test", "service/feedback", feed.clock()))
    part = await feed.get("/v1/events", after=1)
    assert (part["items"], part["next_after"], part["newest"]) == ([], 4, 4)
    await beat(feed)
    await publish(feed)
    await grow_old(feed, 8, up_to=6)
    assert await forget(feed) == 3
    await beat(feed)
    await publish(feed)
    assert positions(await feed.get("/v1/events", after=1)) == [7]


async def test_a_place_ahead_of_the_feed_is_kept(feed: ServiceUnderTest) -> None:
    """Asked with the place of another service's feed it answers nothing, and does not go back to what was read."""
    await tell_facts(feed, received())
    await publish(feed)
    part = await feed.get("/v1/events", after=2**63 - 1)
    assert (part["items"], part["next_after"], part["newest"]) == ([], 2**63 - 1, 1)


@pytest.mark.parametrize(
    ("query", "loc"),
    [
        ("after=-1", ["query", "after"]),
        (f"after={2**63}", ["query", "after"]),
        ("after=soon", ["query", "after"]),
        ("limit=0", ["query", "limit"]),
        ("limit=201", ["query", "limit"]),
        ("cursor=x", ["query", "cursor"]),
        (f"types={RECEIVED},response.sung.v1", ["query", "types", 1]),
        ("types=ticket.solved.v1", ["query", "types", 0]),
        (f"types={RECEIVED}&types=", ["query", "types", 1]),
    ],
)
async def test_what_cannot_be_is_refused_at_its_place(feed: ServiceUnderTest, query: str, loc: Sequence[Any]) -> None:
    answer = await feed.client.get(f"/v1/events?{query}")
    problem = answer.json()
    assert (answer.status_code, [error["loc"] for error in problem["errors"]]) == (422, [loc])
    assert "sung" not in answer.text
    if "types" in loc:
        assert problem["allowed"] == [fact.fact_type for fact in told_by("feedback")]


async def test_it_has_a_scope_of_its_own(feed: ServiceUnderTest) -> None:
    async with feed.client_with("feedback:responses:read") as other, feed.client_with("feedback:events:read") as poller:
        assert (await other.get("/v1/events")).status_code == 403
        assert (await poller.get("/v1/events")).status_code == 200


@pytest.mark.parametrize("query", [{}, {"types": OPENED}])
async def test_no_question_reads_the_whole_outbox(feed: ServiceUnderTest, query: dict[str, str]) -> None:
    """By PostgreSQL's own count: from the middle of 20,000 facts a part costs its rows, or what may be looked at."""
    await feed.execute(
        "INSERT INTO outbox (event_id, topic, key, type, subject, headers, payload, position, published_at)"
        " SELECT gen_random_uuid(), 'feedback-events', 'a', 'response.received.v1', 'a', '{}', '{}', n, now()"
        " FROM generate_series(1, 20000) AS n"
    )
    await feed.execute("INSERT INTO relay_state (id, next_position) VALUES (1, 20001)")
    await feed.execute("ANALYZE outbox")
    limit = 50
    values = {
        "after": 10_000,
        "types": list(query.values()) or None,
        "limit": limit,
        "look": queries.LOOKED_AT if query else limit,
        "bytes": queries.PAGE_BYTES,
    }
    async with feed.database.session() as session:
        explained = queries.READ.text.replace("WITH kept", "EXPLAIN (ANALYZE, FORMAT JSON) WITH kept", 1)
        statement = text(explained).bindparams(*queries.READ._bindparams.values())
        [[plan]] = (await session.execute(statement, values)).all()
    read = [node for node in nodes(plan[0]["Plan"]) if node.get("Relation Name") == "outbox"]
    assert read, "the plan names the outbox"
    assert all("Index" in node["Node Type"] for node in read), read
    looked = sum(node["Actual Rows"] * node["Actual Loops"] for node in read)
    assert looked <= values["look"] + limit


def nodes(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [plan, *(node for part in plan.get("Plans", ()) for node in nodes(part))]


async def test_a_stranger_learns_nothing(feed: ServiceUnderTest) -> None:
    async with feed.client_with() as stranger:
        answer: httpx.Response = await stranger.get("/v1/events?after=x")
    assert answer.status_code == 401
