"""Who asks is decided before path, query and body."""

import asyncio
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from sqlalchemy import text

from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.access import service as access
from shared.http.principal import covers
from shared.http.routes import Route
from tests.shared.http import toy
from tests.shared.http.conftest import KEY, READER, body, client_of, count

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
CAUSE = Cause("request/test", "service/toy", NOW)


@pytest.mark.parametrize(
    ("method", "path", "content"),
    [
        ("GET", "/v1/things", b""),
        ("GET", "/v1/nothing/like/this", b""),
        ("GET", "/v1", b""),
        ("GET", "/v1/", b""),
        ("GET", "/v1/things?limit=0&nonsense=1", b""),
        ("POST", "/v1/things", b"{"),
        ("POST", "/v1/things", b" " * 2_000_000),
        ("DELETE", "/v1/things", b""),
        ("BREW", "/v1/things", b""),
    ],
)
async def test_a_stranger_gets_401_whatever_is_asked(method: str, path: str, content: bytes, app: FastAPI) -> None:
    async with client_of(app, key=None) as stranger:
        answer = await stranger.request(method, path, content=content)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "unauthorized"
    assert answer.json()["instance"] == path.partition("?")[0]


@pytest.mark.parametrize(
    "key",
    [
        "",
        "x",
        KEY[:-1],
        KEY + "a",
        KEY.upper(),
        "so_00000000_" + "a" * 40,
        KEY[:-1] + ("a" if KEY[-1] != "a" else "b"),
        "so_" + "a" * 5_000,
    ],
)
async def test_a_wrong_key_gets_401(key: str, app: FastAPI) -> None:
    async with client_of(app, key) as stranger:
        answer = await stranger.get("/v1/things")
    assert answer.status_code == 401
    assert "invalid_token" in answer.headers["www-authenticate"]


async def test_a_key_without_the_scope_gets_403_on_every_other_route(app: FastAPI, database: Database) -> None:
    asked = 0
    async with client_of(app, READER) as reader:
        for context in iter_route_contexts(app.routes):
            if not isinstance(context.original_route, Route):
                continue
            path = str(context.path).replace("{thing_id}", "not-even-an-id")
            for method in context.methods or ():
                answer = await reader.request(method, path, content=b"{", headers={"content-type": "text/plain"})
                asked += 1
                if method == "GET":
                    assert answer.status_code in (200, 422), path
                else:
                    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), path
    assert asked == 13
    assert await count(database, "thing") == 0


async def test_a_route_may_need_a_scope_of_its_own(client: httpx.AsyncClient, app: FastAPI, database: Database) -> None:
    async with transaction(database) as session:
        _, writer = await access.create_key(
            session, CAUSE, name="writer", scopes=["toy:things:write"], secret_key=toy.SECRET_KEY
        )
    async with client_of(app, writer) as other:
        refused = await other.post("/v1/things/approve")
    assert refused.status_code == 403
    assert refused.json()["detail"] == "The scope toy:things:approve is needed."
    assert (await client.post("/v1/things/approve")).status_code == 200


async def test_a_key_ends_when_it_expires(app: FastAPI, database: Database) -> None:
    now = NOW
    app = toy.toy_app(database, clock=lambda: now)
    async with transaction(database) as session:
        _, plain = await access.create_key(
            session,
            CAUSE,
            name="short",
            scopes=["*"],
            secret_key=toy.SECRET_KEY,
            expires_at=NOW + timedelta(minutes=1),
        )
    async with client_of(app, plain) as client:
        assert (await client.get("/v1/things")).status_code == 200
        now = NOW + timedelta(minutes=1)
        assert (await client.get("/v1/things")).status_code == 401
    await app.state.keys.close()


async def test_a_revoked_key_ends_within_a_second(app: FastAPI, database: Database) -> None:
    async with client_of(app, READER) as client:
        assert (await client.get("/v1/things")).status_code == 200
        async with transaction(database) as session:
            assert await access.revoke_key(session, CAUSE, READER.split("_")[1], reason="lost")
        async with asyncio.timeout(2):
            while (await client.get("/v1/things")).status_code != 401:  # noqa: ASYNC110 - nothing tells us
                await asyncio.sleep(0.05)


async def test_the_hot_path_asks_the_database_once_a_second(app: FastAPI, database: Database) -> None:
    asked = 0
    read = app.state.keys._read

    async def counting(prefix: str) -> object:
        nonlocal asked
        asked += 1
        return await read(prefix)

    app.state.keys._read = counting
    async with client_of(app) as client:
        await asyncio.gather(*(client.get("/v1/things/whoami") for _ in range(50)))
    assert asked == 1


async def test_last_use_is_noted_once_a_minute(app: FastAPI, client: httpx.AsyncClient, database: Database) -> None:
    async with database.engine.connect() as connection:
        for _ in range(3):
            await client.get("/v1/things/whoami")
            await app.state.keys.close()
            seen = await connection.execute(text("SELECT max(last_used_at), now() FROM api_key"))
            used, now = seen.one()
            assert timedelta(0) <= now - used < timedelta(seconds=30)
            await connection.rollback()
    assert len(app.state.keys._noted) == 1


async def test_the_caller_is_known_by_prefix(client: httpx.AsyncClient) -> None:
    assert (await client.get("/v1/things/whoami")).json() == {"actor": f"key/{KEY.split('_')[1]}", "staff_id": None}


async def test_a_bearer_token_without_an_issuer_is_refused(app: FastAPI) -> None:
    async with client_of(app, key=None) as client:
        answer = await client.get("/v1/things", headers={"Authorization": "Bearer x.y.z"})
    assert answer.status_code == 401


async def test_under_a_root_path_the_door_is_shut_too(database: Database) -> None:
    app = toy.toy_app(database, root_path="/toy")
    async with client_of(app, key=None) as stranger:
        assert (await stranger.get("/v1/things")).status_code == 401
        assert (await stranger.get("/toy/v1/things")).status_code == 401
        assert (await stranger.get("/toy/v1/nothing")).status_code == 401
        assert (await stranger.get("/toy/docs")).status_code == 200
    async with client_of(app) as client:
        assert (await client.get("/toy/v1/things")).status_code == 200
        made = await client.post("/toy/v1/things", json=body())
        assert (await client.get(made.headers["location"])).status_code == 200
    await app.state.keys.close()


@pytest.mark.parametrize("path", ["//v1/things", "/V1/things", "/v1%2fthings", "/./v1/things", "/v1/../v1/things"])
async def test_no_spelling_of_a_path_goes_past_the_door(path: str, app: FastAPI) -> None:
    async with client_of(app, key=None) as stranger:
        answer = await stranger.get(f"http://toy{path}")
    assert answer.status_code in (401, 404)


@pytest.mark.parametrize(
    ("held", "asked", "covered"),
    [
        ("*", "toy:things:write", True),
        ("toy:things:read", "toy:things:read", True),
        ("toy:things:read", "toy:things:write", False),
        ("toy:*:read", "toy:things:read", True),
        ("toy:*:read", "toy:things:write", False),
        ("*:*:read", "toy:things:read", True),
        ("toy:things:*", "toy:things:approve", True),
        ("toy:thing", "toy:things:read", False),
        ("toy:*", "toy:things:read", False),
        ("", "toy:things:read", False),
    ],
)
def test_what_a_scope_covers(held: str, asked: str, covered: bool) -> None:
    assert covers(held, asked) is covered
