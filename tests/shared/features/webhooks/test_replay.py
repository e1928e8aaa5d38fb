"""Sending again: one fact or a range, under the old ids, as far as facts are kept."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.webhooks import jobs
from shared.features.webhooks import service as webhooks
from tests.fixtures.services import ServiceUnderTest
from tests.shared.features.webhooks.receiving import (
    Receiver,
    attempts,
    deliveries,
    received,
    send,
    subscribe,
    tell_and_queue,
)

ALL = {"from": "2026-01-01T00:00:00Z", "to": "2099-12-31T00:00:00Z"}


async def test_one_is_sent_again_under_its_id(open_feedback: ServiceUnderTest, receiver: Receiver) -> None:
    webhook = await subscribe(open_feedback, receiver.url())
    [event_id] = await tell_and_queue(open_feedback)
    await send(open_feedback)
    [delivery] = await deliveries(open_feedback)
    open_feedback.clock.advance(minutes=1)
    again = await open_feedback.post(f"/v1/webhook-deliveries/{delivery['id']}/replay", {"reason": "Lost there."})
    assert (again["state"], again["attempts"]) == ("pending", 1)
    await send(open_feedback)
    assert receiver.ids == [event_id] * 2
    assert receiver.requests[0].body == receiver.requests[1].body
    [delivery] = await deliveries(open_feedback)
    assert (delivery["state"], delivery["attempts"]) == ("delivered", 2)
    assert [one["number"] for one in await attempts(open_feedback, delivery)] == [1, 2]
    [row] = (await open_feedback.get("/v1/audit", action="webhook_delivery.replay"))["items"]
    assert (row["before"], row["reason"]) == ({"state": "delivered"}, "Lost there.")
    receiver.requests[1].verify(webhook["secret"])


async def test_what_was_given_up_gets_the_whole_table_again(
    open_feedback: ServiceUnderTest, receiver: Receiver
) -> None:
    receiver.statuses = [500] * 8
    await subscribe(open_feedback, receiver.url())
    await tell_and_queue(open_feedback)
    for _ in range(7):
        await send(open_feedback)
        open_feedback.clock.advance(hours=10)
    [delivery] = await deliveries(open_feedback, state="exhausted")
    await open_feedback.post(f"/v1/webhook-deliveries/{delivery['id']}/replay")
    await send(open_feedback)
    assert [row["state"] for row in await deliveries(open_feedback)] == ["pending"]
    open_feedback.clock.advance(minutes=5)
    await send(open_feedback)
    assert [row["state"] for row in await deliveries(open_feedback)] == ["delivered"]


async def test_a_range_brings_what_was_not_taken_and_all_on_demand(
    open_feedback: ServiceUnderTest, receiver: Receiver
) -> None:
    webhook = await subscribe(open_feedback, receiver.url())
    path = f"/v1/webhooks/{webhook['id']}/replay"
    taken = await tell_and_queue(open_feedback)
    await send(open_feedback)
    given_up = await tell_and_queue(open_feedback)
    await open_feedback.execute("UPDATE webhook_delivery SET state = 'exhausted' WHERE state = 'pending'")
    never = await tell_and_queue(open_feedback)
    await open_feedback.execute("DELETE FROM webhook_delivery WHERE state = 'pending'")
    assert await open_feedback.post(path, ALL) == {"replayed": 2}
    assert await open_feedback.post(path, ALL) == {"replayed": 0}, "they are pending already"
    await send(open_feedback)
    assert sorted(receiver.ids[1:]) == sorted(given_up + never)
    assert await open_feedback.post(path, {**ALL, "delivered": True, "reason": "Restored."}) == {"replayed": 3}
    await send(open_feedback)
    assert sorted(receiver.ids[3:]) == sorted(taken + given_up + never)
    audited = (await open_feedback.get("/v1/audit", action="webhook.replay"))["items"]
    assert [row["after"]["replayed"] for row in audited] == [3, 0, 2]
    assert audited[0]["reason"] == "Restored."


async def test_a_range_begins_with_its_first_instant_and_ends_before_its_last(
    open_feedback: ServiceUnderTest, receiver: Receiver
) -> None:
    webhook = await subscribe(open_feedback, receiver.url())
    path = f"/v1/webhooks/{webhook['id']}/replay"
    noon = datetime(2026, 11, 29, 12, tzinfo=UTC)
    ids = []
    for hours in range(4):
        [event_id] = await tell_and_queue(open_feedback)
        moment = noon + timedelta(hours=hours)
        await open_feedback.execute("UPDATE outbox SET created_at = :at WHERE event_id = :id", at=moment, id=event_id)
        ids.append(event_id)
    await send(open_feedback)
    asked = {"from": "2026-11-29T13:00:00Z", "to": "2026-11-29T15:00:00Z", "delivered": True}
    assert await open_feedback.post(path, asked) == {"replayed": 2}
    await send(open_feedback)
    assert sorted(receiver.ids[4:]) == sorted(ids[1:3])


async def test_what_cannot_be_sent_again_is_refused(
    open_feedback: ServiceUnderTest, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    webhook = await subscribe(open_feedback, receiver.url())
    path = f"/v1/webhooks/{webhook['id']}"
    await tell_and_queue(open_feedback, *(received() for _ in range(3)))
    await send(open_feedback)
    [delivery, *_] = await deliveries(open_feedback)
    one = f"/v1/webhook-deliveries/{delivery['id']}/replay"
    monkeypatch.setattr(webhooks, "MOST_REPLAYED", 2)
    answer = await open_feedback.client.post(f"{path}/replay", json={**ALL, "delivered": True})
    assert (answer.status_code, answer.json()["code"]) == (422, "replay_too_large")
    assert await deliveries(open_feedback, state="pending") == [], "nothing of it was done"
    backwards = {"from": ALL["to"], "to": ALL["from"]}
    assert (await open_feedback.client.post(f"{path}/replay", json=backwards)).status_code == 422
    await open_feedback.patch(path, {"enabled": False})
    for answer in (
        await open_feedback.client.post(f"{path}/replay", json=ALL),
        await open_feedback.client.post(one, json={}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "webhook_disabled")
    await open_feedback.patch(path, {"enabled": True})
    await open_feedback.execute("DELETE FROM outbox")
    answer = await open_feedback.client.post(one, json={})
    assert (answer.status_code, answer.json()["code"]) == (410, "fact_gone")


async def test_a_fact_that_is_not_kept_any_more_is_given_up(
    open_feedback: ServiceUnderTest, receiver: Receiver
) -> None:
    await subscribe(open_feedback, receiver.url())
    await tell_and_queue(open_feedback)
    await open_feedback.execute("DELETE FROM outbox")
    await send(open_feedback)
    [delivery] = await deliveries(open_feedback)
    assert (delivery["state"], delivery["last_outcome"]) == ("exhausted", "not_kept")
    assert receiver.requests == []


async def test_deliveries_are_forgotten_after_thirty_days(open_feedback: ServiceUnderTest, receiver: Receiver) -> None:
    await subscribe(open_feedback, receiver.url())
    await tell_and_queue(open_feedback, received(), received())
    await send(open_feedback)
    old, kept = await deliveries(open_feedback)
    await open_feedback.execute(
        "UPDATE webhook_delivery SET told_at = now() - interval '30 days 1 minute' WHERE id = :id", id=old["id"]
    )
    async with transaction(open_feedback.database) as session:
        assert await jobs.forget(session, Cause("job/forget", "service/test", open_feedback.clock()), 100) == 1
    assert [row["id"] for row in await deliveries(open_feedback)] == [kept["id"]]
    left = await open_feedback.rows("SELECT delivery_id FROM webhook_attempt")
    assert [str(row.delivery_id) for row in left] == [kept["id"]]
