"""One key, one effect, one answer; an error keeps nothing."""

import asyncio
from collections import Counter
from itertools import islice
from uuid import UUID

import httpx
from fastapi import FastAPI
from sqlalchemy import text

from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.http import idempotency
from shared.ops.clock import system_clock
from tests.shared.http import toy
from tests.shared.http.conftest import READER, body, client_of, count, make_key

KEYED = {"Idempotency-Key": "key-1"}


async def test_a_repeat_gets_the_same_answer_and_does_nothing(client: httpx.AsyncClient, database: Database) -> None:
    thing = body()
    first = await client.post("/v1/things", json=thing, headers=KEYED)
    again = await client.post("/v1/things", json=thing, headers=KEYED)

    assert first.status_code == again.status_code == 201
    assert again.content == first.content
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    for name in ("content-type", "location", "etag"):
        assert again.headers[name] == first.headers[name]
    assert await count(database, "thing") == await count(database, "outbox") == 1


async def test_keys_in_another_order_are_the_same_body(client: httpx.AsyncClient) -> None:
    thing = body(custom={"a": 1, "b": 2})
    await client.post("/v1/things", json=thing, headers=KEYED)
    turned = dict(reversed(thing.items()))
    again = await client.post("/v1/things", json=turned, headers=KEYED)
    assert again.headers["idempotency-replayed"] == "true"


async def test_another_body_is_refused(client: httpx.AsyncClient) -> None:
    await client.post("/v1/things", json=body(), headers=KEYED)
    other = await client.post("/v1/things", json=body(), headers=KEYED)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


async def test_another_query_is_another_request(client: httpx.AsyncClient) -> None:
    thing = "01a1b2c3-0000-7000-8000-000000000000"
    made = (await client.post("/v1/things", json=body())).json()["id"]
    await client.patch(f"/v1/things/{made}", json={"name": "a"}, headers=KEYED)
    other = await client.patch(f"/v1/things/{thing}", json={"name": "a"}, headers=KEYED)
    assert other.status_code == 404, "the key belongs to the path"


async def test_the_key_belongs_to_its_caller(app: FastAPI, client: httpx.AsyncClient, database: Database) -> None:
    other_key = "so_0ther0ne_" + "a" * 40
    await make_key(database, other_key, ["*"])
    thing = body()
    await client.post("/v1/things", json=thing, headers=KEYED)
    async with client_of(app, other_key) as other:
        answer = await other.post("/v1/things", json=thing, headers=KEYED)
    assert answer.status_code == 200, "the natural key answers, not the first caller's stored answer"
    assert "idempotency-replayed" not in answer.headers


async def test_an_error_keeps_nothing(client: httpx.AsyncClient, database: Database) -> None:
    assert (await client.post("/v1/things", json=body(score=13), headers=KEYED)).status_code == 422
    assert await count(database, "idempotency_key") == 0
    assert (await client.post("/v1/things", json=body(), headers=KEYED)).status_code == 201


async def test_without_a_key_nothing_is_kept(client: httpx.AsyncClient, database: Database) -> None:
    await client.post("/v1/things", json=body())
    assert await count(database, "idempotency_key") == 0


async def test_patch_takes_a_key(client: httpx.AsyncClient) -> None:
    path = (await client.post("/v1/things", json=body())).headers["location"]
    first = await client.patch(path, json={"name": "b"}, headers=KEYED)
    again = await client.patch(path, json={"name": "b"}, headers=KEYED)
    assert first.json()["version"] == again.json()["version"] == 2
    assert again.headers["etag"] == '"2"'


async def test_fifty_at_once_make_one_row(client: httpx.AsyncClient, database: Database) -> None:
    thing = body()
    asked = [asyncio.create_task(client.post("/v1/things/wait", json=thing, headers=KEYED)) for _ in range(50)]
    async with asyncio.timeout(10):
        for answered in islice(asyncio.as_completed(asked), 49):  # all but the one that holds the lock and waits
            await answered
    toy.slow.set()
    answers = await asyncio.gather(*asked)

    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 49}
    for answer in answers:
        if answer.status_code == 409:
            assert answer.json()["code"] == "request_in_flight"
            assert answer.headers["retry-after"] == "1"
    again = await asyncio.gather(*(client.post("/v1/things/wait", json=thing, headers=KEYED) for _ in range(50)))
    assert {answer.content for answer in again if answer.status_code == 201} == {
        answer.content for answer in answers if answer.status_code == 201
    }
    assert {answer.status_code for answer in again} <= {201, 409}
    assert await count(database, "thing") == await count(database, "idempotency_key") == 1


async def test_a_request_that_is_killed_in_the_middle_leaves_nothing(
    client: httpx.AsyncClient, database: Database
) -> None:
    thing = body()
    first = asyncio.create_task(client.post("/v1/things/wait", json=thing, headers=KEYED))
    await _until_locked(database)
    meanwhile = await client.post("/v1/things/wait", json=thing, headers=KEYED)
    assert meanwhile.json()["code"] == "request_in_flight"

    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    assert await count(database, "thing") == 0

    toy.slow.set()
    again = await client.post("/v1/things/wait", json=thing, headers=KEYED)
    assert again.status_code == 201
    assert "idempotency-replayed" not in again.headers


async def _until_locked(database: Database) -> None:
    async with asyncio.timeout(5), database.engine.connect() as connection:
        while True:
            held = await connection.execute(
                text(
                    "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database"
                    " WHERE locktype = 'advisory' AND datname = current_database()"
                )
            )
            if held.scalar_one():
                return
            await asyncio.sleep(0.01)


async def test_a_key_with_a_read_scope_alone_stores_nothing(app: FastAPI, database: Database) -> None:
    async with client_of(app, READER) as reader:
        assert (await reader.post("/v1/things", json=body(), headers=KEYED)).status_code == 403
    assert await count(database, "idempotency_key") == 0


async def test_purge_takes_what_is_older_than_a_day(client: httpx.AsyncClient, database: Database) -> None:
    for age in (23, 25):
        await client.post("/v1/things", json=body(), headers={"Idempotency-Key": f"{age}"})
        async with database.engine.begin() as connection:
            await connection.execute(
                text(f"UPDATE idempotency_key SET created_at = now() - interval '{age} hours' WHERE key = '{age}'")
            )
    async with transaction(database) as session:
        gone = await idempotency.purge(session, Cause("job/purge/1", "service/toy", system_clock()), 100)
    assert gone == 1
    assert await count(database, "idempotency_key WHERE key = '23'") == 1


def test_the_lock_differs_with_every_part() -> None:
    parts = ["key/a", "POST", "/v1/things", "k"]
    locks = {idempotency.Attempt(*parts, b"").lock}
    for place in range(4):
        changed = [*parts]
        changed[place] += "x"
        locks.add(idempotency.Attempt(*changed, b"").lock)
    assert len(locks) == 5
    assert UUID(int=abs(locks.pop())).int < 2**63 + 1
