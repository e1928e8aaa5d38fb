"""What receivers get, by real requests: each fact, signed, until they take it, and nobody else's address."""

import asyncio
import base64
import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest
from standardwebhooks import WebhookVerificationError

from shared.contracts.feedback import LoopOpened
from shared.events.republish import republish
from shared.events.transaction import transaction
from shared.features.webhooks.models import TRIES_AFTER
from shared.ids import uuid7
from shared.ops.metrics import Metrics
from tests.fixtures.services import ServiceUnderTest
from tests.shared.features.webhooks import receiving as receivers
from tests.shared.features.webhooks.receiving import (
    RECEIVED,
    Receiver,
    attempts,
    deliveries,
    publish,
    queue,
    received,
    send,
    sender_of,
    subscribe,
    tell_and_queue,
    tell_facts,
)


def opened() -> LoopOpened:
    return LoopOpened.model_validate({**LoopOpened.example, "loop_case_id": str(uuid7())})


async def test_a_receiver_verifies_what_it_gets(open_feedback: ServiceUnderTest, receiver: Receiver) -> None:
    webhook = await subscribe(open_feedback, receiver.url("/hook?from=us"))
    [event_id] = await tell_and_queue(open_feedback, received(comment="Langsam – «très lent» 👩‍👩‍👧"))
    await send(open_feedback)
    [request] = receiver.requests
    assert request.path == "/hook?from=us"
    assert request.headers["content-type"] == "application/json"
    assert request.id == event_id
    item = request.verify(webhook["secret"])
    [shown] = (await open_feedback.get("/v1/events"))["items"]
    assert item == shown, "it is the item that the feed shows"
    [delivery] = await deliveries(open_feedback)
    assert (delivery["state"], delivery["attempts"], delivery["last_outcome"]) == ("delivered", 1, "delivered")
    [attempt] = await attempts(open_feedback, delivery)
    assert (attempt["number"], attempt["outcome"], attempt["status"]) == (1, "delivered", 204)


async def test_the_signature_is_what_the_standard_says(open_feedback: ServiceUnderTest, receiver: Receiver) -> None:
    """Computed here by hand: HMAC-SHA256 over id, time and body, keyed with the decoded secret."""
    webhook = await subscribe(open_feedback, receiver.url())
    await tell_and_queue(open_feedback)
    await send(open_feedback)
    [request] = receiver.requests
    key = base64.b64decode(webhook["secret"].removeprefix("whsec_"))
    assert len(key) == 32
    signed = f"{request.id}.{request.headers['webhook-timestamp']}.".encode() + request.body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert request.headers["webhook-signature"] == f"v1,{expected}"
    told_at = datetime.fromtimestamp(int(request.headers["webhook-timestamp"]), UTC)
    assert abs(datetime.now(UTC) - told_at) < timedelta(seconds=30)


async def test_a_changed_body_and_another_secret_do_not_verify(
    open_feedback: ServiceUnderTest, receiver: Receiver
) -> None:
    webhook, other = [await subscribe(open_feedback, receiver.url(path)) for path in ("/a", "/b")]
    await tell_and_queue(open_feedback)
    await send(open_feedback)
    request = next(request for request in receiver.requests if request.path == "/a")
    with pytest.raises(WebhookVerificationError):
        request.verify(other["secret"])
    changed = receivers.Request(request.path, request.headers, request.body.replace(b'"position":1', b'"position":2'))
    with pytest.raises(WebhookVerificationError):
        changed.verify(webhook["secret"])


async def test_each_gets_its_types_from_when_it_was_made(open_feedback: ServiceUnderTest, receiver: Receiver) -> None:
    await subscribe(open_feedback, receiver.url("/old"), RECEIVED)
    before = await tell_and_queue(open_feedback)
    await subscribe(open_feedback, receiver.url("/new"), RECEIVED, LoopOpened.fact_type)
    after = await tell_and_queue(open_feedback, received(), opened())
    await send(open_feedback)
    got = {path: {request.id for request in receiver.requests if request.path == path} for path in ("/old", "/new")}
    assert got == {"/old": {before[0], after[0]}, "/new": set(after)}
    assert len(receiver.requests) == 4


async def test_nothing_is_queued_before_it_is_published_nor_twice(
    open_feedback: ServiceUnderTest, receiver: Receiver
) -> None:
    await subscribe(open_feedback, receiver.url())
    await tell_facts(open_feedback, received())
    assert await queue(open_feedback) == 0
    await publish(open_feedback)
    assert await queue(open_feedback) == 1
    assert await queue(open_feedback) == 0
    async with transaction(open_feedback.database) as session:
        now = datetime.now(UTC)
        assert await republish(session, since=now - timedelta(hours=1), until=now + timedelta(hours=1)) == 1
    await publish(open_feedback)
    await queue(open_feedback)
    await send(open_feedback)
    await send(open_feedback)
    assert len(receiver.requests) == 1


async def test_a_service_without_webhooks_writes_nothing(open_feedback: ServiceUnderTest) -> None:
    await tell_and_queue(open_feedback)
    assert await open_feedback.rows("SELECT * FROM webhook_position") == []
    assert await open_feedback.rows("SELECT * FROM webhook_delivery") == []


async def test_the_follower_goes_on_in_parts(open_feedback: ServiceUnderTest, receiver: Receiver) -> None:
    await subscribe(open_feedback, receiver.url())
    ids = await tell_facts(open_feedback, *(received() for _ in range(5)))
    await publish(open_feedback)
    assert [await queue(open_feedback, 2) for _ in range(4)] == [2, 2, 1, 0]
    await send(open_feedback)
    assert sorted(receiver.ids) == sorted(map(str, ids))


async def test_attempts_follow_the_table_and_then_end(open_feedback: ServiceUnderTest, receiver: Receiver) -> None:
    """At 0, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h; a second before, nothing is sent."""
    receiver.statuses = [500] * 20
    clock = open_feedback.clock
    clock.stop_at(datetime(2026, 11, 29, 12, tzinfo=UTC))
    await subscribe(open_feedback, receiver.url())
    await tell_and_queue(open_feedback)
    assert TRIES_AFTER == (0, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 10 * 3600)
    for made, pause in enumerate(TRIES_AFTER):
        if pause:
            clock.advance(seconds=pause - 1)
            await send(open_feedback)
            assert len(receiver.requests) == made, f"too early for attempt {made + 1}"
            clock.advance(seconds=1)
        await send(open_feedback)
        assert len(receiver.requests) == made + 1
    [delivery] = await deliveries(open_feedback)
    assert (delivery["state"], delivery["attempts"], delivery["last_outcome"]) == ("exhausted", 7, "http_500")
    clock.advance(days=30)
    await send(open_feedback)
    assert len(receiver.requests) == 7
    assert len(set(receiver.ids)) == 1, "one id for all attempts"
    assert len({request.body for request in receiver.requests}) == 1, "the payload is frozen"
    assert len({request.headers["webhook-timestamp"] for request in receiver.requests}) == 7, "each is signed anew"
    made = await attempts(open_feedback, delivery)
    assert [(one["number"], one["status"]) for one in made] == [(number, 500) for number in range(1, 8)]


async def test_a_later_attempt_succeeds(open_feedback: ServiceUnderTest, receiver: Receiver) -> None:
    receiver.statuses = [503, 429]
    webhook = await subscribe(open_feedback, receiver.url())
    await tell_and_queue(open_feedback)
    for minutes in (0, 5, 30):
        open_feedback.clock.advance(minutes=minutes)
        await send(open_feedback)
    [delivery] = await deliveries(open_feedback)
    assert (delivery["state"], delivery["attempts"]) == ("delivered", 3)
    assert [one["outcome"] for one in await attempts(open_feedback, delivery)] == ["http_503", "http_429", "delivered"]
    assert (await open_feedback.get(f"/v1/webhooks/{webhook['id']}/health"))["failures"] == 0


async def test_410_disables_until_somebody_enables_it(open_feedback: ServiceUnderTest, receiver: Receiver) -> None:
    receiver.statuses = [410]
    webhook = await subscribe(open_feedback, receiver.url())
    path = f"/v1/webhooks/{webhook['id']}"
    [waits] = await tell_and_queue(open_feedback)
    await send(open_feedback)
    disabled = await open_feedback.get(path)
    assert (disabled["enabled"], disabled["disabled"], disabled["version"]) == (False, "gone", 2)
    [row] = (await open_feedback.get("/v1/audit", action="webhook.disable"))["items"]
    assert (row["actor"], row["entity_id"]) == ("service/feedback", webhook["id"])
    open_feedback.clock.advance(days=1)
    [missed] = await tell_and_queue(open_feedback)
    await send(open_feedback)
    assert len(receiver.requests) == 1
    await open_feedback.patch(path, {"enabled": True, "reason": "It is back."})
    [comes] = await tell_and_queue(open_feedback)
    await send(open_feedback)
    assert sorted(receiver.ids[1:]) == sorted([waits, comes]), "what was due before, and what is told from now on"
    day = {"from": "2026-01-01T00:00:00Z", "to": "2027-12-31T00:00:00Z"}
    assert await open_feedback.post(f"{path}/replay", day) == {"replayed": 1}
    await send(open_feedback)
    assert receiver.ids[3:] == [missed]


async def test_410_of_an_old_address_does_not_disable_the_new_one(
    open_feedback: ServiceUnderTest, receiver: Receiver
) -> None:
    webhook = await subscribe(open_feedback, receiver.url("/old"))
    path = f"/v1/webhooks/{webhook['id']}"

    async def move_then_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await open_feedback.patch(path, {"url": receiver.url("/new")})
        writer.write(b"HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n")

    receiver.behaviour = move_then_answer
    await tell_and_queue(open_feedback)
    await send(open_feedback)
    assert (await open_feedback.get(path))["enabled"] is True


async def test_the_breaker_opens_lets_one_through_and_closes(
    open_feedback: ServiceUnderTest, receiver: Receiver
) -> None:
    receiver.statuses = [500] * 12
    webhook = await subscribe(open_feedback, receiver.url())
    health = f"/v1/webhooks/{webhook['id']}/health"
    clock = open_feedback.clock
    clock.stop_at(datetime(2026, 11, 29, 12, tzinfo=UTC))
    ids = await tell_and_queue(open_feedback, *(received() for _ in range(30)))
    await send(open_feedback)
    assert len(receiver.requests) == 10, "those that were under way together"
    seen = await open_feedback.get(health)
    assert (seen["breaker"], seen["failures"], seen["pending"]) == ("open", 10, 30)
    assert seen["open_until"] == "2026-11-29T12:01:00Z"
    clock.advance(seconds=59)
    await send(open_feedback)
    assert len(receiver.requests) == 10
    for decided in (11, 12):
        clock.advance(seconds=60)
        assert (await open_feedback.get(health))["breaker"] == "half_open"
        await asyncio.gather(send(open_feedback), send(open_feedback))
        assert len(receiver.requests) == decided, "one attempt decides, whatever workers there are"
    clock.advance(seconds=60)
    await send(open_feedback)
    assert (await open_feedback.get(health))["breaker"] == "closed"
    clock.advance(minutes=5)
    await send(open_feedback)
    assert {row["state"] for row in await deliveries(open_feedback)} == {"delivered"}
    assert sorted(set(receiver.ids)) == sorted(ids)


async def test_what_could_not_be_tried_for_as_long_as_the_table_lasts_is_given_up(
    open_feedback: ServiceUnderTest, receiver: Receiver
) -> None:
    receiver.statuses = [500] * 100
    await subscribe(open_feedback, receiver.url())
    await tell_and_queue(open_feedback, *(received() for _ in range(25)))
    await send(open_feedback)
    open_feedback.clock.advance(seconds=sum(TRIES_AFTER) + 60)
    late = await tell_and_queue(open_feedback)
    metrics = Metrics("test")
    sender = sender_of(open_feedback, metrics)
    await sender.run_once()
    await sender.close()
    given_up = await deliveries(open_feedback, state="exhausted")
    assert {row["last_outcome"] for row in given_up} == {"breaker_open"}
    waiting = await deliveries(open_feedback, state="pending")
    assert late[0] in {row["event_id"] for row in waiting}
    assert len(given_up) + len(waiting) == 26
    assert len(given_up) >= 14
    assert metrics.registry.get_sample_value("webhook_deliveries_exhausted_total") == len(given_up)


async def test_rotation_signs_with_both_for_the_grace_period(
    open_feedback: ServiceUnderTest, receiver: Receiver
) -> None:
    webhook = await subscribe(open_feedback, receiver.url())
    path = f"/v1/webhooks/{webhook['id']}"
    rotated = await open_feedback.post(f"{path}/rotate", {"grace_seconds": 60, "reason": "Every quarter."})
    assert rotated["secret"] not in (None, webhook["secret"])
    assert (await open_feedback.get(path))["version"] == rotated["version"] == 2
    await tell_and_queue(open_feedback)
    await send(open_feedback)
    assert receiver.requests[0].headers["webhook-signature"].count("v1,") == 2
    for secret in (webhook["secret"], rotated["secret"]):
        receiver.requests[0].verify(secret)
    open_feedback.clock.advance(seconds=61)
    await tell_and_queue(open_feedback)
    await send(open_feedback)
    receiver.requests[1].verify(rotated["secret"])
    with pytest.raises(WebhookVerificationError):
        receiver.requests[1].verify(webhook["secret"])
    [row] = (await open_feedback.get("/v1/audit", action="webhook.rotate"))["items"]
    assert row["reason"] == "Every quarter."
    at_once = await open_feedback.post(f"{path}/rotate", {"grace_seconds": 0})
    await tell_and_queue(open_feedback)
    await send(open_feedback)
    receiver.requests[2].verify(at_once["secret"])
    with pytest.raises(WebhookVerificationError):
        receiver.requests[2].verify(rotated["secret"])
