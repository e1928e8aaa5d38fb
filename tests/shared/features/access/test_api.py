"""API keys over HTTP: shown once, rotated without a gap, ended for good, and never more than their maker."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest

READER = {"name": "crm", "scopes": ["onboarding:accounts:read"]}


async def make(service: ServiceUnderTest, **others: Any) -> Any:
    return await service.post("/v1/api-keys", {**READER, **others})


@asynccontextmanager
async def bearer(service: ServiceUnderTest, made: Any) -> AsyncIterator[httpx.AsyncClient]:
    """A client with the key that an answer showed."""
    async with service.client_with(headers={"X-API-Key": made["key"]}) as client:
        yield client


async def ends(client: httpx.AsyncClient) -> None:
    """Wait until the key opens nothing any more: a second, since each process holds it for so long."""
    async with asyncio.timeout(3):
        while (await client.get("/v1/accounts")).status_code != 401:  # noqa: ASYNC110 - nothing tells us
            await asyncio.sleep(0.05)


async def trail(service: ServiceUnderTest, key_id: str) -> list[Any]:
    """What the audit trail says of a key, oldest first."""
    listed = await service.get("/v1/audit", entity="api_key", entity_id=key_id)
    return list(reversed(listed["items"]))


async def everything_stored(service: ServiceUnderTest) -> str:
    """All that could hold a secret, as text."""
    rows = await service.rows(
        "SELECT coalesce(string_agg(row::text, ' '), '') AS said FROM ("
        " SELECT api_key::text AS row FROM api_key UNION ALL SELECT audit::text FROM audit"
        " UNION ALL SELECT convert_from(body, 'UTF8') FROM idempotency_key"
        " UNION ALL SELECT convert_from(payload, 'UTF8') FROM outbox) AS rows"
    )
    return str(rows[0].said)


async def test_a_key_is_made_and_opens_what_it_says(onboarding: ServiceUnderTest) -> None:
    answer = await onboarding.client.post(
        "/v1/api-keys", json={**READER, "expires_at": "2099-01-01T00:00:00Z", "reason": "For the CRM."}
    )
    made = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/v1/api-keys/{made['id']}"
    assert answer.headers["cache-control"] == "no-store"
    assert made["key"].startswith(f"so_{made['prefix']}_")
    assert (made["created_by"], made["revoked_at"], made["last_used_at"]) == ("key/tests", None, None)
    async with bearer(onboarding, made) as crm:
        assert (await crm.get("/v1/accounts")).status_code == 200
        assert (await crm.get("/v1/api-keys")).status_code == 403
    await onboarding.app.state.keys.close()
    shown = await onboarding.get(f"/v1/api-keys/{made['id']}")
    assert shown["last_used_at"] is not None
    assert shown == {name: value for name, value in made.items() if name != "key"} | {
        "last_used_at": shown["last_used_at"]
    }


async def test_the_secret_is_shown_once_and_stored_nowhere(onboarding: ServiceUnderTest) -> None:
    again = {"Idempotency-Key": "make-crm"}
    made = await onboarding.post("/v1/api-keys", READER, headers=again)
    repeated = await onboarding.client.post("/v1/api-keys", json=READER, headers=again)
    assert repeated.headers["idempotency-replayed"] == "true"
    assert repeated.json() == {**made, "key": None}
    turn = {"Idempotency-Key": "turn-crm"}
    rotated = await onboarding.post(f"/v1/api-keys/{made['id']}/rotate", headers=turn)
    repeated = await onboarding.client.post(f"/v1/api-keys/{made['id']}/rotate", json={}, headers=turn)
    assert repeated.json() == {**rotated, "key": None}
    stored = await everything_stored(onboarding)
    assert made["prefix"] in stored
    for secret in (made["key"], rotated["key"]):
        assert secret.rsplit("_", 1)[1] not in stored
    assert "key" not in (await onboarding.get("/v1/api-keys"))["items"][-1]


async def test_a_rotated_key_opens_with_both_secrets_for_the_grace_period(onboarding: ServiceUnderTest) -> None:
    made = await make(onboarding)
    rotated = await onboarding.post(f"/v1/api-keys/{made['id']}/rotate", {"grace_seconds": 900, "reason": "Quarterly."})
    assert rotated["key"] != made["key"]
    assert (rotated["id"], rotated["prefix"], rotated["version"]) == (made["id"], made["prefix"], 2)
    async with bearer(onboarding, made) as old, bearer(onboarding, rotated) as new:
        assert [(await each.get("/v1/accounts")).status_code for each in (old, new)] == [200, 200]
        onboarding.clock.advance(seconds=899)
        assert [(await each.get("/v1/accounts")).status_code for each in (old, new)] == [200, 200]
        onboarding.clock.advance(seconds=2)
        assert [(await each.get("/v1/accounts")).status_code for each in (old, new)] == [401, 200]
    [_, told] = await trail(onboarding, made["id"])
    assert (told["action"], told["reason"]) == ("api_key.rotate", "Quarterly.")
    assert told["before"] == {"rotated_at": None, "previous_expires_at": None}
    assert told["after"] == {name: rotated[name] for name in ("rotated_at", "previous_expires_at")}


async def test_a_second_rotation_ends_the_secret_before_the_last(onboarding: ServiceUnderTest) -> None:
    made = await make(onboarding)
    second = await onboarding.post(f"/v1/api-keys/{made['id']}/rotate")
    third = await onboarding.post(f"/v1/api-keys/{made['id']}/rotate")
    async with bearer(onboarding, made) as a, bearer(onboarding, second) as b, bearer(onboarding, third) as c:
        assert [(await each.get("/v1/accounts")).status_code for each in (a, b, c)] == [401, 200, 200]


async def test_without_grace_the_old_secret_ends_within_a_second(onboarding: ServiceUnderTest) -> None:
    made = await make(onboarding)
    async with bearer(onboarding, made) as old:
        assert (await old.get("/v1/accounts")).status_code == 200
        rotated = await onboarding.post(f"/v1/api-keys/{made['id']}/rotate", {"grace_seconds": 0})
        await ends(old)
    async with bearer(onboarding, rotated) as new:
        assert (await new.get("/v1/accounts")).status_code == 200


async def test_a_revoked_key_ends_within_a_second_with_the_secret_before(onboarding: ServiceUnderTest) -> None:
    made = await make(onboarding)
    rotated = await onboarding.post(f"/v1/api-keys/{made['id']}/rotate", {"grace_seconds": 900})
    async with bearer(onboarding, made) as old, bearer(onboarding, rotated) as new:
        assert [(await each.get("/v1/accounts")).status_code for each in (old, new)] == [200, 200]
        revoked = await onboarding.post(f"/v1/api-keys/{made['id']}/revoke", {"reason": "Found in a log."})
        await ends(old)
        await ends(new)
    told = (await trail(onboarding, made["id"]))[-1]
    assert (told["action"], told["actor"], told["reason"]) == ("api_key.revoke", "key/tests", "Found in a log.")
    assert (told["before"], told["after"]) == ({"revoked_at": None}, {"revoked_at": revoked["revoked_at"]})


async def test_what_was_revoked_stays_revoked(onboarding: ServiceUnderTest) -> None:
    made = await make(onboarding)
    await onboarding.post(f"/v1/api-keys/{made['id']}/revoke", {"reason": "Lost."})
    for answer in (
        await onboarding.client.post(f"/v1/api-keys/{made['id']}/revoke", json={"reason": "Lost."}),
        await onboarding.client.post(f"/v1/api-keys/{made['id']}/rotate", json={}),
        await onboarding.client.patch(f"/v1/api-keys/{made['id']}", json={"expires_at": None}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "api_key_revoked")
    for revoked, found in (("true", [made["id"]]), ("false", [])):
        listed = await onboarding.get("/v1/api-keys", revoked=revoked, prefix=made["prefix"])
        assert [item["id"] for item in listed["items"]] == found


async def test_an_end_can_be_set_moved_and_taken_away(onboarding: ServiceUnderTest) -> None:
    made = await make(onboarding)
    path = f"/v1/api-keys/{made['id']}"
    async with bearer(onboarding, made) as crm:
        assert (await crm.get("/v1/accounts")).status_code == 200
        ended = await onboarding.patch(path, {"expires_at": "2026-01-01T00:00:00Z", "reason": "Not used."})
        await ends(crm)
        refused = await onboarding.client.post(f"{path}/rotate", json={})
        assert (refused.status_code, refused.json()["code"]) == (409, "api_key_expired")
        await onboarding.patch(path, {"expires_at": None})
        assert (await crm.get("/v1/accounts")).status_code == 200
    assert ended["version"] == 2
    [_, first, second] = await trail(onboarding, made["id"])
    assert (first["action"], first["reason"]) == ("api_key.change", "Not used.")
    assert (first["before"], first["after"]) == ({"expires_at": None}, {"expires_at": "2026-01-01T00:00:00Z"})
    assert (second["before"], second["after"]) == (first["after"], first["before"])


async def test_a_change_that_knew_another_version_is_refused(onboarding: ServiceUnderTest) -> None:
    made = await make(onboarding)
    path = f"/v1/api-keys/{made['id']}"
    renamed = await onboarding.client.patch(path, json={"name": "erp"}, headers={"If-Match": '"1"'})
    assert (renamed.status_code, renamed.headers["etag"], renamed.json()["name"]) == (200, '"2"', "erp")
    late = {"If-Match": '"1"'}
    assert (await onboarding.client.patch(path, json={"name": "x"}, headers=late)).status_code == 412
    assert (await onboarding.client.post(f"{path}/rotate", json={}, headers=late)).status_code == 412
    assert (await onboarding.client.post(f"{path}/revoke", json={"reason": "x"}, headers=late)).status_code == 412


async def test_a_use_leaves_the_version_alone(onboarding: ServiceUnderTest) -> None:
    made = await make(onboarding)
    async with bearer(onboarding, made) as crm:
        await crm.get("/v1/accounts")
    await onboarding.app.state.keys.close()
    shown = await onboarding.client.get(f"/v1/api-keys/{made['id']}", headers={"If-None-Match": '"1"'})
    assert (shown.status_code, shown.json()["version"]) == (200, 1)
    assert shown.json()["last_used_at"] is not None


async def test_a_key_may_have_roles(onboarding: ServiceUnderTest) -> None:
    made = await make(onboarding, scopes=[], roles=["csm"])
    async with bearer(onboarding, made) as csm:
        assert (await csm.get("/v1/jobs")).status_code == 200
        assert (await csm.post("/v1/dead-letters/x/replay")).status_code != 403, "onboarding:*:write"
    frontline = await make(onboarding, scopes=[], roles=["frontline"])
    async with bearer(onboarding, frontline) as frontline_client:
        assert (await frontline_client.post("/v1/api-keys", json=READER)).status_code == 403


@pytest.mark.parametrize(
    ("held", "wanted", "place"),
    [
        (["onboarding:api-keys:write"], {"scopes": ["onboarding:accounts:read"]}, ["body", "scopes", 0]),
        (["onboarding:*:write"], {"scopes": ["onboarding:deals:write", "*"]}, ["body", "scopes", 1]),
        (["onboarding:*:write"], {"scopes": ["onboarding:*:read"]}, ["body", "scopes", 0]),
        (["onboarding:*:write"], {"scopes": ["onboarding:*:*"]}, ["body", "scopes", 0]),
        (["onboarding:*:*"], {"scopes": ["*"]}, ["body", "scopes", 0]),
        (["onboarding:*:*"], {"scopes": [], "roles": ["admin"]}, ["body", "roles", 0]),
        (["onboarding:*:write"], {"scopes": [], "roles": ["csm"]}, ["body", "roles", 0]),
    ],
)
async def test_nobody_hands_on_more_than_they_have(
    held: list[str], wanted: dict[str, Any], place: list[Any], onboarding: ServiceUnderTest
) -> None:
    before = await onboarding.rows("SELECT id FROM api_key")
    async with onboarding.client_with(*held) as asker:
        answer = await asker.post("/v1/api-keys", json={**READER, **wanted})
    assert (answer.status_code, answer.json()["code"]) == (403, "exceeds_asker")
    assert [error["loc"] for error in answer.json()["errors"]] == [place]
    assert len(await onboarding.rows("SELECT id FROM api_key")) == len(before) + 1, "the asker's own"


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        (["onboarding:*:*"], {"scopes": ["onboarding:accounts:read", "*:*:read"]}),
        (["onboarding:*:*"], {"scopes": [], "roles": ["csm", "agent", "service_ops"]}),
        (["*:*:write", "*:*:read"], {"scopes": ["onboarding:*:write"], "roles": ["technology"]}),
    ],
)
async def test_what_one_has_one_may_hand_on(
    held: list[str], wanted: dict[str, Any], onboarding: ServiceUnderTest
) -> None:
    async with onboarding.client_with(*held) as asker:
        answer = await asker.post("/v1/api-keys", json={**READER, **wanted})
    assert answer.status_code == 201, answer.text


async def test_with_a_stronger_key_nobody_deals(onboarding: ServiceUnderTest) -> None:
    """A new secret of it would be all that it opens."""
    strong = await make(onboarding, scopes=["*"])
    path = f"/v1/api-keys/{strong['id']}"
    async with onboarding.client_with("onboarding:*:*") as asker:
        for answer in (
            await asker.post(f"{path}/rotate", json={}),
            await asker.post(f"{path}/revoke", json={"reason": "Mine now."}),
            await asker.patch(path, json={"expires_at": "2099-01-01T00:00:00Z"}),
        ):
            assert (answer.status_code, answer.json()["code"]) == (403, "exceeds_asker")
    async with bearer(onboarding, strong) as still:
        assert (await still.get("/v1/accounts")).status_code == 200


async def test_a_key_acts_for_its_maker_or_for_nobody(onboarding: ServiceUnderTest) -> None:
    mia, ida = uuid7(), uuid7()
    async with onboarding.client_with("onboarding:*:*", staff_id=mia) as asker:
        own = await asker.post("/v1/api-keys", json={**READER, "staff_id": str(mia)})
        assert own.status_code == 201
        other = await asker.post("/v1/api-keys", json={**READER, "staff_id": str(ida)})
        assert (other.status_code, other.json()["code"]) == (403, "acts_for_another")
        idas = await make(onboarding, staff_id=str(ida))
        taken = await asker.post(f"/v1/api-keys/{idas['id']}/rotate", json={})
        assert (taken.status_code, taken.json()["code"]) == (403, "acts_for_another")
    listed = await onboarding.get("/v1/api-keys", staff_id=str(ida))
    assert [item["id"] for item in listed["items"]] == [idas["id"]]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"name": "x"}, ["body"]),
        ({**READER, "scopes": ["feedback:scores:read"]}, ["body", "scopes", 0]),
        ({**READER, "scopes": ["onboarding"]}, ["body", "scopes", 0]),
        ({**READER, "scopes": ["onboarding:acc*:read"]}, ["body", "scopes", 0]),
        ({**READER, "roles": ["king"]}, ["body", "roles", 0]),
        ({**READER, "expires_at": "2026-01-01T00:00:00Z"}, ["body", "expires_at"]),
        ({**READER, "unlimited": True}, ["body", "unlimited"]),
        ({**READER, "key": "so_mine_" + "a" * 40}, ["body", "key"]),
    ],
)
async def test_refuses_what_does_not_fit(body: dict[str, Any], place: list[Any], onboarding: ServiceUnderTest) -> None:
    answer = await onboarding.client.post("/v1/api-keys", json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["loc"] == place


async def test_a_grace_period_is_bounded(onboarding: ServiceUnderTest) -> None:
    made = await make(onboarding)
    for seconds in (-1, 604_801):
        answer = await onboarding.client.post(f"/v1/api-keys/{made['id']}/rotate", json={"grace_seconds": seconds})
        assert (answer.status_code, answer.json()["errors"][0]["loc"]) == (422, ["body", "grace_seconds"])
    assert (await onboarding.client.get(f"/v1/api-keys/{uuid7()}")).status_code == 404
