"""One request, one transaction, committed before the answer; what the database refuses is told in its class."""

import asyncio
from typing import Any

import asyncpg
import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError

from shared.db.session import Database
from shared.http import problems
from tests.shared.http import toy
from tests.shared.http.conftest import body, client_of, count


async def test_a_failing_commit_is_no_201(client: httpx.AsyncClient, database: Database) -> None:
    """The slot is checked at commit, when the endpoint has long returned its 201."""
    assert (await client.post("/v1/things", json=body(slot=1))).status_code == 201
    second = await client.post("/v1/things", json=body(slot=1))
    assert second.status_code == 409
    assert await count(database, "thing") == await count(database, "outbox") == 1


async def test_an_error_takes_state_and_fact_away(client: httpx.AsyncClient, database: Database) -> None:
    await client.post("/v1/things/broken", json=body())
    assert await count(database, "thing") == await count(database, "outbox") == 0


async def test_a_cancelled_request_leaves_nothing_and_gives_its_connection_back(
    client: httpx.AsyncClient, database: Database
) -> None:
    for _ in range(12):  # more than the pool has
        request = asyncio.create_task(client.post("/v1/things/wait", json=body()))
        await asyncio.sleep(0.02)
        request.cancel()
        await asyncio.gather(request, return_exceptions=True)
    assert (await client.get("/v1/things")).status_code == 200
    assert await count(database, "thing") == 0


async def test_a_change_in_between_is_a_conflict(client: httpx.AsyncClient, database: Database) -> None:
    path = (await client.post("/v1/things", json=body())).headers["location"]
    late = asyncio.create_task(client.patch(f"{path}/unlocked", json={"name": "late"}))
    await asyncio.sleep(0.1)
    assert (await client.patch(path, json={"name": "first"})).status_code == 200
    toy.slow.set()
    answer = await late
    assert (answer.status_code, answer.json()["code"]) == (409, "version_conflict")
    assert (await client.get(path)).json()["name"] == "first"


async def test_no_connection_in_time_is_a_503(toy_tables: str, database: Database) -> None:
    narrow = Database("toy", toy_tables, pool_size=1, overflow=0, pool_timeout_seconds=0.2)
    app = toy.toy_app(narrow)
    async with client_of(app) as client:
        assert (await client.get("/v1/things")).status_code == 200  # the key is known now
        async with narrow.engine.connect():
            answer = await client.get("/v1/things")
    await app.state.keys.close()
    await narrow.close()
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "1"
    assert answer.headers["content-type"] == "application/problem+json"


async def test_no_database_at_all_is_a_503() -> None:
    gone = Database("toy", "postgresql://nobody@127.0.0.1:1/nothing")
    app = toy.toy_app(gone)
    async with client_of(app) as client:
        answer = await client.get("/v1/things")
    await app.state.keys.close()
    await gone.close()
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "1"


async def test_a_transaction_that_takes_too_long_is_a_503(toy_tables: str, database: Database) -> None:
    impatient = Database("toy", toy_tables, transaction_timeout_seconds=0.3)
    app = toy.toy_app(impatient)
    async with client_of(app) as client:
        request = asyncio.create_task(client.post("/v1/things/wait", json=body()))
        await asyncio.sleep(0.6)
        toy.slow.set()
        answer = await request
    await app.state.keys.close()
    await impatient.close()
    assert answer.status_code == 503
    assert await count(database, "thing") == 0


async def test_a_lost_connection_is_a_503_and_the_next_request_works(
    client: httpx.AsyncClient, database: Database
) -> None:
    request = asyncio.create_task(client.post("/v1/things/wait", json=body()))
    await asyncio.sleep(0.1)
    await _end_other_connections(database)
    toy.slow.set()
    assert (await request).status_code == 503
    assert (await client.post("/v1/things", json=body())).status_code in (201, 503)
    assert (await client.post("/v1/things", json=body())).status_code == 201


async def _end_other_connections(database: Database) -> None:
    async with database.engine.connect() as connection:
        await connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )


async def test_a_statement_planned_before_a_migration_is_a_503_once(
    client: httpx.AsyncClient, database: Database
) -> None:
    path = (await client.post("/v1/things", json=body())).headers["location"]
    try:
        for _ in range(3):
            assert (await client.get(path)).status_code == 200
        async with database.engine.begin() as connection:
            await connection.execute(text("ALTER TABLE thing ALTER COLUMN name TYPE varchar(300)"))
        seen = [(await client.get(path)).status_code for _ in range(15)]
        assert set(seen) <= {200, 503}
        assert seen[-1] == 200
    finally:
        async with database.engine.begin() as connection:
            await connection.execute(text("ALTER TABLE thing ALTER COLUMN name TYPE text"))


async def test_a_deadlock_is_a_503(app: FastAPI, client: httpx.AsyncClient, database: Database) -> None:
    error = _from_driver(asyncpg.DeadlockDetectedError("deadlock detected"))
    problem = problems.problem_of(error)
    assert (problem.status, problem.headers) == (503, {"Retry-After": "1"})


def _from_driver(cause: Exception) -> DBAPIError:
    class Adapted(Exception):
        sqlstate = getattr(cause, "sqlstate", None)

    adapted = Adapted("hunter2")
    adapted.__cause__ = cause
    return DBAPIError("INSERT", {"name": "hunter2"}, adapted)


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (_from_driver(asyncpg.UniqueViolationError("DETAIL: hunter2")), 409, "conflict"),
        (_from_driver(asyncpg.ForeignKeyViolationError("DETAIL: hunter2")), 409, "conflict"),
        (_from_driver(asyncpg.ExclusionViolationError("DETAIL: hunter2")), 409, "conflict"),
        (_from_driver(asyncpg.CheckViolationError("DETAIL: hunter2")), 422, "invalid"),
        (_from_driver(asyncpg.NumericValueOutOfRangeError("hunter2")), 422, "invalid"),
        (_from_driver(asyncpg.StringDataRightTruncationError("hunter2")), 422, "invalid"),
        (_from_driver(asyncpg.DataError("invalid input for query argument $1: hunter2")), 422, "invalid"),
        (_from_driver(asyncpg.SerializationError("hunter2")), 503, "unavailable"),
        (_from_driver(asyncpg.LockNotAvailableError("hunter2")), 503, "unavailable"),
        (_from_driver(asyncpg.AdminShutdownError("hunter2")), 503, "unavailable"),
        (_from_driver(asyncpg.InvalidCachedStatementError("hunter2")), 503, "unavailable"),
        (asyncpg.CannotConnectNowError("hunter2"), 503, "unavailable"),
        (asyncpg.TooManyConnectionsError("hunter2"), 503, "unavailable"),
        (ConnectionRefusedError("hunter2"), 503, "unavailable"),
        (TimeoutError("hunter2"), 503, "unavailable"),
        (PoolTimeout("hunter2"), 503, "unavailable"),
        (InterfaceError("x", {}, Exception("hunter2"), connection_invalidated=True), 503, "unavailable"),
        (StaleDataError("hunter2"), 409, "version_conflict"),
        (_from_driver(asyncpg.NotNullViolationError("hunter2")), 500, "internal_error"),
        (_from_driver(asyncpg.UndefinedTableError("hunter2")), 500, "internal_error"),
    ],
    ids=lambda value: type(getattr(value, "orig", value)).__name__ if isinstance(value, Exception) else None,
)
def test_what_a_failure_is_to_the_caller(error: Exception, status: int, code: str) -> None:
    problem = problems.problem_of(error)
    told: dict[str, Any] = problem.body(instance="/v1/things", request_id="r")
    assert (problem.status, problem.code) == (status, code)
    assert "hunter2" not in str(told)
    assert ("Retry-After" in problem.headers) is (status == 503)
