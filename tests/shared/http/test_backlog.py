"""A service whose facts are not published takes on no more than it may, and says so."""

from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from shared.db.session import Database
from shared.http.backlog import LOOK_SECONDS, Backlog
from tests.fixtures.services import ServiceUnderTest
from tests.shared.http.conftest import READER, client_of, count

THING = {"source_id": "a", "name": "A thing", "score": 3}
WAITING = """
INSERT INTO outbox (event_id, topic, key, type, subject, headers, payload, created_at, published_at, parked_at)
SELECT gen_random_uuid(), 'topic', 'key', 'thing.made.v1', 'key', '{}', '{}',
       now() - make_interval(secs => :age), CASE WHEN :published THEN now() END, CASE WHEN :parked THEN now() END
FROM generate_series(1, :facts)
"""


class Watch:
    """Seconds that a test moves."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch(app: FastAPI, database: Database) -> Watch:
    """The app's backlog: 100 facts or 60 s at most, by this watch."""
    watch = Watch()
    app.state.backlog = Backlog(database, rows=100, seconds=60, now=watch)
    return watch


async def told(database: Database, *, facts: int, age: int = 0, published: bool = False, parked: bool = False) -> None:
    values: dict[str, Any] = {"facts": facts, "age": age, "published": published, "parked": parked}
    async with database.engine.begin() as connection:
        await connection.execute(text(WAITING), values)


@pytest.mark.parametrize(
    ("outbox", "status"),
    [
        ({"facts": 100}, 201),
        ({"facts": 101}, 503),
        ({"facts": 1, "age": 55}, 201),
        ({"facts": 1, "age": 61}, 503),
        ({"facts": 200, "age": 100, "published": True}, 201),
        ({"facts": 200, "age": 100, "parked": True}, 201),
    ],
)
async def test_more_than_may_wait_is_refused(
    client: httpx.AsyncClient, database: Database, watch: Watch, outbox: dict[str, Any], status: int
) -> None:
    await told(database, **outbox)
    answer = await client.post("/v1/things", json=THING)
    assert answer.status_code == status, answer.text
    assert await count(database, "thing") == (status == 201)
    if status == 503:
        assert answer.json()["code"] == "outbox_full"
        assert answer.headers["retry-after"] == str(LOOK_SECONDS)
        assert (await client.get("/v1/things")).status_code == 200


async def test_it_writes_again_once_the_facts_are_published(
    client: httpx.AsyncClient, database: Database, watch: Watch
) -> None:
    await told(database, facts=101)
    assert (await client.post("/v1/things", json=THING)).status_code == 503
    async with database.engine.begin() as connection:
        await connection.execute(text("UPDATE outbox SET published_at = now()"))
    watch.seconds += LOOK_SECONDS - 0.1
    assert (await client.post("/v1/things", json=THING)).status_code == 503
    watch.seconds += 0.2
    assert (await client.post("/v1/things", json=THING)).status_code == 201


async def test_no_limit(client: httpx.AsyncClient, app: FastAPI, database: Database) -> None:
    app.state.backlog = Backlog(database, rows=0, seconds=60)
    await told(database, facts=101, age=100)
    assert (await client.post("/v1/things", json=THING)).status_code == 201


async def test_a_stranger_and_a_reader_learn_nothing_of_it(app: FastAPI, database: Database, watch: Watch) -> None:
    await told(database, facts=101)
    for key, status in (("so_no", 401), (READER, 403)):
        async with client_of(app, key) as other:
            assert (await other.post("/v1/things", json=THING)).status_code == status


async def test_a_request_that_was_answered_is_answered_again(
    client: httpx.AsyncClient, database: Database, watch: Watch
) -> None:
    once = {"Idempotency-Key": "once"}
    first = await client.post("/v1/things", json=THING, headers=once)
    await told(database, facts=101)
    watch.seconds += LOOK_SECONDS
    again = await client.post("/v1/things", json=THING, headers=once)
    assert (again.status_code, again.json()) == (201, first.json())
    assert (await client.post("/v1/things", json={**THING, "source_id": "b"})).status_code == 503


async def test_a_key_can_be_revoked_all_the_same(ticketing: ServiceUnderTest) -> None:
    key = await ticketing.post("/v1/api-keys", {"name": "leaked", "scopes": ["ticketing:tickets:read"]})
    ticketing.app.state.backlog = Backlog(ticketing.database, rows=1, seconds=3_600)
    await told(ticketing.database, facts=2)
    refused = await ticketing.client.post("/v1/tickets", json={"subject": "The export is slow", "type": "question"})
    assert (refused.status_code, refused.json()["code"]) == (503, "outbox_full")
    assert await ticketing.rows("SELECT id FROM ticket") == []
    revoked = await ticketing.post(f"/v1/api-keys/{key['id']}/revoke", {"reason": "leaked"})
    assert revoked["revoked_at"] is not None
