"""Webhooks over HTTP: made, changed, rotated and removed, with their secret shown once and every change audited."""

import asyncio
import socket
from typing import Any

import httpx
import pytest

from deploy import services
from shared.contracts import told_by
from shared.features.webhooks import service as webhooks
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.shared.features.webhooks.receiving import RECEIVED, subscribe, tell_and_queue

PUBLIC = "https://93.184.215.14/hook"


async def audited(service: ServiceUnderTest, webhook_id: str) -> list[Any]:
    found = (await service.get("/v1/audit", entity="webhook", entity_id=webhook_id))["items"]
    return list(reversed(found))


async def test_a_webhook_is_made_with_a_secret_that_is_shown_once(feedback: ServiceUnderTest) -> None:
    made = await subscribe(feedback, PUBLIC, RECEIVED, "loop.closed.v1", RECEIVED, reason="The CRM shows them.")
    secret = made.pop("secret")
    assert secret.startswith("whsec_")
    assert made["types"] == ["loop.closed.v1", RECEIVED]
    assert (made["enabled"], made["disabled"], made["version"]) == (True, None, 1)
    assert await feedback.get(f"/v1/webhooks/{made['id']}") == made
    assert (await feedback.get("/v1/webhooks"))["items"] == [made]
    stored = await feedback.rows("SELECT webhook::text AS all FROM webhook")
    assert secret.removeprefix("whsec_") not in stored[0].all
    [row] = await audited(feedback, made["id"])
    assert (row["action"], row["reason"], row["after"]["url"]) == ("webhook.create", "The CRM shows them.", PUBLIC)
    assert "secret" not in str(row)
    assert "salt" not in str(row)


async def test_a_repeated_request_makes_no_second_and_shows_no_secret(feedback: ServiceUnderTest) -> None:
    key = {"Idempotency-Key": "crm-1"}
    body = {"name": "crm", "url": PUBLIC, "types": [RECEIVED]}
    first = await feedback.post("/v1/webhooks", body, headers=key)
    again = await feedback.post("/v1/webhooks", body, headers=key)
    assert first["secret"]
    assert again == {**first, "secret": None}
    kept = await feedback.rows("SELECT convert_from(body, 'UTF8') AS body FROM idempotency_key")
    assert first["secret"] not in kept[0].body


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/hook",
        "https://127.0.0.1:8443/",
        "https://10.0.0.1/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://168.63.129.16/",
        "https://[::1]/",
        "https://[fd00:ec2::254]/",
        "https://[::ffff:10.0.0.1]/",
        "https://0x7f000001/",
        "https://127.1/",
        "https://localhost/",
        "http://93.184.215.14/hook",
        "https://no-such-name.invalid/",
    ],
)
async def test_an_address_that_leads_inside_is_a_clear_refusal(feedback: ServiceUnderTest, url: str) -> None:
    body = {"name": "crm", "url": url, "types": [RECEIVED]}
    answer = await feedback.client.post("/v1/webhooks", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "address_refused"), answer.text
    [place] = answer.json()["errors"]
    assert place["loc"] == ["body", "url"]
    assert url not in answer.text
    made = await subscribe(feedback, PUBLIC)
    moved = await feedback.client.patch(f"/v1/webhooks/{made['id']}", json={"url": url})
    assert (moved.status_code, moved.json()["code"]) == (422, "address_refused")
    assert (await feedback.get(f"/v1/webhooks/{made['id']}"))["url"] == PUBLIC


async def test_a_name_is_looked_up_before_a_transaction_begins(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And one public address among private ones does not help."""
    open_transactions = []

    async def getaddrinfo(host: str, port: int, **_: Any) -> list[Any]:
        open_transactions.append(feedback.database.engine.pool.checkedout())  # type: ignore[attr-defined]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("93.184.215.14", "10.0.0.1")]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", getaddrinfo)
    body = {"name": "crm", "url": "https://crm.us.example/", "types": [RECEIVED]}
    answer = await feedback.client.post("/v1/webhooks", json=body, headers={"Idempotency-Key": "7"})
    assert (answer.status_code, answer.json()["code"]) == (422, "address_refused")
    assert open_transactions == [0]


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("ftp://93.184.215.14/", "begins with"),
        ("file:///etc/passwd", "begins with"),
        ("/hook", "begins with"),
        ("https://", "begins with"),
        ("https://mia:secret@93.184.215.14/", "neither a user"),
        ("https://93.184.215.14/#here", "neither a user"),
        ("https://93.184.215.14:99999/", "port"),
        ("https://[::1", "no address"),
        ("https://xn--/", ""),
        ("https://93.184.215.14/" + "a" * 2_000, ""),
    ],
)
async def test_what_is_no_address_is_refused(feedback: ServiceUnderTest, url: str, what: str) -> None:
    answer = await feedback.client.post("/v1/webhooks", json={"name": "crm", "url": url, "types": [RECEIVED]})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["loc"] == ["body", "url"]
    assert what in answer.text
    assert "secret@" not in answer.text


async def test_types_that_the_service_does_not_tell_are_refused(feedback: ServiceUnderTest) -> None:
    for unknown in ("ticket.solved.v1", "service.heartbeat.v1", "*"):
        body = {"name": "crm", "url": PUBLIC, "types": [RECEIVED, unknown]}
        answer = await feedback.client.post("/v1/webhooks", json=body)
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["loc"] == ["body", "types", 1]
        assert RECEIVED in answer.json()["allowed"]
    for types in ([], [RECEIVED] * 101):
        assert (await feedback.client.post("/v1/webhooks", json={**body, "types": types})).status_code == 422


@pytest.fixture(params=services.NAMES)
def service(request: pytest.FixtureRequest) -> ServiceUnderTest:
    """Each service in turn."""
    found: ServiceUnderTest = request.getfixturevalue(request.param)
    return found


async def test_every_service_has_webhooks_for_all_that_it_tells_but_heartbeats(service: ServiceUnderTest) -> None:
    types = webhooks.types_of(service.name)
    assert set(types) == {fact.fact_type for fact in told_by(service.name)} - {"service.heartbeat.v1"}
    assert (await subscribe(service, PUBLIC, *types))["types"] == sorted(types)


async def test_who_may_not_read_facts_cannot_have_them_sent(feedback: ServiceUnderTest) -> None:
    made = await subscribe(feedback, PUBLIC)
    body = {"name": "crm", "url": PUBLIC, "types": [RECEIVED]}
    path = f"/v1/webhooks/{made['id']}"
    async with feedback.client_with("feedback:webhooks:write", "feedback:webhooks:read") as other:
        for answer in (
            await other.post("/v1/webhooks", json=body),
            await other.patch(path, json={"types": ["loop.closed.v1"]}),
            await other.post(f"{path}/rotate", json={}),
        ):
            assert answer.status_code == 403
            assert "feedback:events:read" in answer.json()["detail"]
    async with feedback.client_with("feedback:webhooks:write", "feedback:events:read") as other:
        assert (await other.post("/v1/webhooks", json=body)).status_code == 201


async def test_a_change_is_versioned_and_audited(feedback: ServiceUnderTest) -> None:
    made = await subscribe(feedback, PUBLIC)
    path = f"/v1/webhooks/{made['id']}"
    patch = {"types": ["loop.closed.v1"], "enabled": False, "reason": "It is moved."}
    stale = await feedback.client.patch(path, json=patch, headers={"If-Match": '"7"'})
    assert stale.status_code == 412
    feedback.clock.advance(minutes=1)
    changed = await feedback.patch(path, patch, headers={"If-Match": '"1"'})
    assert (changed["version"], changed["enabled"], changed["disabled"]) == (2, False, "asked")
    assert changed["disabled_at"] == changed["updated_at"] > made["updated_at"]
    assert await feedback.patch(path, {"enabled": False}) == changed, "no change, no version"
    row = (await audited(feedback, made["id"]))[-1]
    assert (row["action"], row["reason"]) == ("webhook.change", "It is moved.")
    assert (row["before"], row["after"]) == (
        {"types": [RECEIVED], "enabled": True},
        {"types": ["loop.closed.v1"], "enabled": False},
    )
    assert [item["id"] for item in (await feedback.get("/v1/webhooks", enabled=False))["items"]] == [made["id"]]
    assert (await feedback.get("/v1/webhooks", enabled=True))["items"] == []
    for taken_away in ("name", "url", "types", "enabled"):
        assert (await feedback.client.patch(path, json={taken_away: None})).status_code == 422


async def test_what_was_sent_outlives_the_webhook(feedback: ServiceUnderTest) -> None:
    made = await subscribe(feedback, PUBLIC)
    [event_id] = await tell_and_queue(feedback)
    answer = await feedback.client.delete(f"/v1/webhooks/{made['id']}", headers={"If-Match": '"9"'})
    assert answer.status_code == 412
    assert (await feedback.client.delete(f"/v1/webhooks/{made['id']}")).status_code == 204
    for path in ("", "/health"):
        assert (await feedback.client.get(f"/v1/webhooks/{made['id']}{path}")).status_code == 404
    [delivery] = (await feedback.get("/v1/webhook-deliveries", webhook_id=made["id"]))["items"]
    assert delivery["event_id"] == event_id
    again = await feedback.client.post(f"/v1/webhook-deliveries/{delivery['id']}/replay", json={})
    assert again.status_code == 404
    row = (await audited(feedback, made["id"]))[-1]
    assert (row["action"], row["before"]["url"], row["after"]) == ("webhook.remove", PUBLIC, {})


async def test_there_are_at_most_a_hundred(feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhooks, "MOST_WEBHOOKS", 2)
    for _ in range(2):
        await subscribe(feedback, PUBLIC)
    answer = await feedback.client.post("/v1/webhooks", json={"name": "crm", "url": PUBLIC, "types": [RECEIVED]})
    assert (answer.status_code, answer.json()["code"]) == (409, "too_many_webhooks")


async def test_deliveries_are_listed_by_each_filter(feedback: ServiceUnderTest) -> None:
    one, other = await subscribe(feedback, PUBLIC), await subscribe(feedback, PUBLIC)
    ids = [event_id for _ in range(3) for event_id in await tell_and_queue(feedback)]

    async def listed(**filters: Any) -> list[str]:
        found = await feedback.get("/v1/webhook-deliveries", **filters)
        return [item["event_id"] for item in found["items"]]

    assert await listed(webhook_id=one["id"]) == list(reversed(ids)), "those of the newest facts first"
    assert await listed(event_id=ids[1]) == [ids[1]] * 2
    assert len(await listed(state="pending")) == 6
    assert await listed(state="delivered") == []
    first = await feedback.get("/v1/webhook-deliveries", webhook_id=other["id"], limit=2)
    rest = await feedback.get("/v1/webhook-deliveries", webhook_id=other["id"], limit=2, cursor=first["next_cursor"])
    assert [item["event_id"] for item in first["items"] + rest["items"]] == list(reversed(ids))
    shown = await feedback.get(f"/v1/webhook-deliveries/{first['items'][0]['id']}")
    assert shown == first["items"][0]
    unknown: httpx.Response = await feedback.client.get(f"/v1/webhook-deliveries/{uuid7()}/attempts")
    assert unknown.status_code == 404
