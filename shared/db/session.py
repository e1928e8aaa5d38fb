"""The session class that the outbox hooks into, and the one place where connections come from."""

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any

import asyncpg
import pydantic_core
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session

CONNECT_SECONDS = 10.0
JSONB_VERSION = b"\x01"  # what jsonb begins with on the wire
APPLICATION_NAME_LIMIT = 63  # bytes; PostgreSQL cuts longer names


class ServiceSession(Session):
    """The synchronous session under every AsyncSession of the suite."""


class Database:
    """A service's database: its engine, its sessions, and who wants to know that facts were committed.

    Connections up to pool_size are opened when they are needed and stay; those of the overflow are closed after
    use, and a new one costs 3 ms of the processor and plans every statement anew.

    transaction_timeout_seconds ends a transaction that an API request or a batch left open; what the
    observer calls missing rests on it (see assurance). 0 means none.
    """

    def __init__(
        self,
        service: str,
        url: str,
        *,
        pool_size: int = 10,
        overflow: int = 0,
        pool_timeout_seconds: float = 10.0,
        transaction_timeout_seconds: float = 30.0,
        process: str = "",
    ) -> None:
        self.service = service
        self.url = url
        self._pool_size = pool_size
        self.transaction_timeout_seconds = transaction_timeout_seconds
        self._pool_timeout_seconds = pool_timeout_seconds
        self._server_settings = {
            "application_name": f"{service}/{process}"[:APPLICATION_NAME_LIMIT],
            "timezone": "UTC",
            "jit": "off",
            "transaction_timeout": str(int(transaction_timeout_seconds * 1000)),
        }
        self.engine: AsyncEngine = create_async_engine(
            asyncpg_url(url),
            pool_size=pool_size,
            max_overflow=overflow,
            pool_use_lifo=True,  # the connection used last has its statements prepared
            pool_timeout=pool_timeout_seconds,
            json_deserializer=from_json,
            connect_args={"timeout": CONNECT_SECONDS, "server_settings": self._server_settings},
        )
        self._opening: asyncio.Future[asyncpg.Pool] | None = None
        self._pool: asyncpg.Pool | None = None
        self._sessions: async_sessionmaker[AsyncSession] = async_sessionmaker(
            self.engine, sync_session_class=ServiceSession, expire_on_commit=False
        )
        self._on_facts: list[Callable[[], Any]] = []

    def session(self) -> AsyncSession:
        """A new session that knows whose it is."""
        session = self._sessions()
        session.sync_session.info |= {"service": self.service, "database": self}
        return session

    async def fetch(self, statement: str, *parameters: Any, planned_anew: bool = False) -> Sequence[Any]:
        """The rows of a statement that is a whole transaction, on one of the driver's own connections.

        They are opened when they are needed, up to as many as the engine's pool_size. planned_anew: for these
        parameters, where one plan for all would be a bad one for some; it costs two round trips more.
        Raises the driver's errors, and TimeoutError where none gets free in time.
        """
        pool = self._pool or await self._opened()
        connection = await self._acquired(pool)
        try:
            asked = await connection.prepare(statement) if planned_anew else None
            rows: Sequence[Any] = await (
                asked.fetch(*parameters) if asked else connection.fetch(statement, *parameters)
            )
            return rows
        finally:
            await pool.release(connection)

    async def _opened(self) -> asyncpg.Pool:
        if self._opening is None:
            self._opening = asyncio.ensure_future(self._open())
        self._pool = await asyncio.shield(self._opening)
        return self._pool

    async def _acquired(self, pool: asyncpg.Pool) -> asyncpg.pool.PoolConnectionProxy:
        if pool.get_idle_size():  # no wait, and no timer for one
            return await pool.acquire()
        async with asyncio.timeout(self._pool_timeout_seconds):
            return await pool.acquire()

    async def _open(self) -> asyncpg.Pool:
        return await asyncpg.create_pool(
            self.url,
            min_size=0,
            max_size=self._pool_size,
            timeout=CONNECT_SECONDS,
            server_settings=self._server_settings,
            init=_read_json,
            reset=_leave_as_it_is,
        )

    def when_facts_commit(self, ring: Callable[[], Any]) -> None:
        """Call `ring` after each commit that stored facts: the relay's wake-up."""
        self._on_facts.append(ring)

    def facts_committed(self) -> None:
        """Say that facts were stored; `transaction` calls it after the commit."""
        for ring in self._on_facts:
            ring()

    async def close(self) -> None:
        """Give all connections back."""
        if self._opening is not None:
            await (await self._opening).close()
        await self.engine.dispose()


async def _read_json(connection: asyncpg.Connection) -> None:
    """jsonb as the engine's connections hand it over: a text when it is sent, what it says when it is read."""
    await connection.set_type_codec(
        "jsonb",
        schema="pg_catalog",
        format="binary",
        encoder=lambda text: JSONB_VERSION + text.encode(),
        decoder=lambda stored: from_json(stored[len(JSONB_VERSION) :].decode()),
    )


async def _leave_as_it_is(connection: asyncpg.Connection) -> None:
    """Instead of a reset, which is a round trip: no statement of ours changes what a connection holds."""


def from_json(text: str) -> Any:
    """What a jsonb column holds. PostgreSQL writes 1e20 as an integer, but no integer over 64 bits was ever stored:
    what looks like one was a float.
    """
    if _LONGEST in text.encode().translate(_DIGITS):
        return _EXACT.decode(text)
    return pydantic_core.from_json(text)


def _number(digits: str) -> int | float:
    number = int(digits)
    return number if -(2**63) <= number < 2**63 else float(number)


_EXACT = json.JSONDecoder(parse_int=_number)
"""Three times as slow as Pydantic's, and needed only where there are as many digits as in 2^63."""

_DIGITS = bytes.maketrans(b"0123456789", b"9" * 10)
_LONGEST = b"9" * 19


def asyncpg_url(url: str) -> str:
    """Any PostgreSQL URL as SQLAlchemy's asyncpg dialect reads it; `sslmode` becomes asyncpg's `ssl`."""
    parsed = make_url(url).set(drivername="postgresql+asyncpg")
    query = dict(parsed.query)
    if "sslmode" in query:
        query["ssl"] = query.pop("sslmode")
    return parsed.set(query=query).render_as_string(hide_password=False)
