"""A toy service's API on a real PostgreSQL."""

import uuid
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from deploy.local.postgres import Postgres
from shared.db.base import Platform
from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.access import service as access
from shared.ops.clock import system_clock
from tests.shared.http import toy

KEY = "so_t0ykey_5f1d" + "4be61c2a7f05" * 3  # the same in every process: xdist compares ids
READER = "so_reader_9a20" + "91b0e3c86d03" * 3


@pytest.fixture(scope="session")
def toy_url(postgres: Postgres) -> Iterator[str]:
    name = f"toy_{uuid.uuid4().hex[:12]}"
    postgres.execute(f"CREATE DATABASE {name}")
    yield postgres.url(name)
    postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
async def toy_tables(toy_url: str) -> str:
    database = Database("toy", toy_url)
    async with database.engine.begin() as connection:
        await connection.run_sync(Platform.metadata.create_all)
        await connection.run_sync(toy.Base.metadata.create_all)
    await database.close()
    return toy_url


@pytest.fixture
async def database(toy_tables: str) -> AsyncIterator[Database]:
    """The toy's database, empty but for two keys: `*` and one that may only read."""
    database = Database("toy", toy_tables, pool_timeout_seconds=5.0)
    toy.slow.clear()
    async with database.engine.begin() as connection:
        await connection.execute(text("TRUNCATE thing, api_key, audit, outbox, idempotency_key"))
    await make_key(database, KEY, ["*"])
    await make_key(database, READER, ["toy:things:read"])
    yield database
    await database.close()


async def make_key(database: Database, plain: str, scopes: list[str]) -> None:
    cause = Cause("request/test", "service/toy", system_clock())
    async with transaction(database) as session:
        await access.create_key(session, cause, name="test", scopes=scopes, secret_key=toy.SECRET_KEY, secret=plain)


@pytest.fixture
async def app(database: Database) -> AsyncIterator[FastAPI]:
    app = toy.toy_app(database)
    yield app
    await app.state.keys.close()


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(app) as client:
        yield client


def client_of(app: FastAPI, key: str | None = KEY) -> httpx.AsyncClient:
    headers = {} if key is None else {"X-API-Key": key}
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://toy", headers=headers)


async def count(database: Database, table: str) -> int:
    async with database.engine.connect() as connection:
        found = await connection.execute(text(f"SELECT count(*) FROM {table}"))
        return int(found.scalar_one())


def body(**others: object) -> dict[str, object]:
    return {"source_id": uuid.uuid4().hex, "name": "Anvil", "score": 3, **others}
