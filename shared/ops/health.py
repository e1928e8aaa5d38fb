"""Alive and ready: what the platform asks a process, and the small server on OPS_PORT that answers it.

/healthz depends on nothing outside the process. /readyz names each part: `ok`, `down`, or `degraded` for
one that the process can do without for a while.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from starlette.types import ASGIApp, Receive, Scope, Send

from shared.db.session import Database
from shared.ops import metrics as prometheus
from shared.ops.metrics import Metrics

CHECK_SECONDS = 3.0  # a part that does not answer by then is down

Check = Callable[[], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a process needs. check: answers whether it is well; raising says that it is not."""

    name: str
    check: Check
    required: bool = True


class Health:
    """A process' health. `draining` is set when it is told to end: it then takes no new requests."""

    def __init__(self, parts: Iterable[Part] = (), *, alive: Callable[[], bool] = lambda: True) -> None:
        self.parts = list(parts)
        self.alive = alive
        self.draining = False

    async def readiness(self) -> tuple[bool, dict[str, Any]]:
        """Whether the process is ready, and what to say about it."""
        states = dict(await asyncio.gather(*(self._state(part) for part in self.parts)))
        ready = not self.draining and "down" not in states.values()
        status = "draining" if self.draining else "ready" if ready else "not_ready"
        return ready, {"status": status, "parts": states}

    async def measure(self, metrics: Metrics) -> None:
        """Ask the parts as readiness does, and set `part_up` by what they say."""
        _, told = await self.readiness()
        for name, state in told["parts"].items():
            metrics.part_up.labels(name).set(state == "ok")

    async def _state(self, part: Part) -> tuple[str, str]:
        try:
            async with asyncio.timeout(CHECK_SECONDS):
                well = await part.check()
        except Exception:
            well = False
        return part.name, "ok" if well else "down" if part.required else "degraded"


def database_answers(database: Database) -> Part:
    """The database takes queries."""

    async def check() -> bool:
        async with database.engine.connect() as connection:
            return bool((await connection.execute(text("SELECT true"))).scalar_one())

    return Part("database", check)


def migrated(database: Database, head: str) -> Part:
    """The database is at the revision that this code was written for."""

    async def check() -> bool:
        async with database.engine.connect() as connection:
            found = await connection.execute(text("SELECT version_num FROM alembic_version"))
            return list(found.scalars()) == [head]

    return Part("migrations", check)


def endpoints(health: Health, metrics: Metrics | None = None) -> ASGIApp:
    """An ASGI app that answers /healthz, /readyz and, where metrics are given, /metrics: for OPS_PORT."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        status, kind, body = await answer(scope["path"], health, metrics)
        headers = [(b"content-type", kind.encode()), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return app


async def answer(path: str, health: Health, metrics: Metrics | None = None) -> tuple[int, str, bytes]:
    """Status, content type and body for one of the paths."""
    if path == "/healthz":
        alive = health.alive()
        return _json(200 if alive else 503, {"status": "alive" if alive else "stuck"})
    if path == "/readyz":
        ready, told = await health.readiness()
        return _json(200 if ready else 503, told)
    if path == "/metrics" and metrics is not None:
        await health.measure(metrics)
        return 200, prometheus.CONTENT_TYPE, metrics.render()
    return _json(404, {"status": "not_found"})


def _json(status: int, body: dict[str, Any]) -> tuple[int, str, bytes]:
    return status, "application/json", json.dumps(body).encode()
