"""Alive, ready, and what the ops port answers."""

import asyncio

import httpx
import pytest

from shared.db.session import Database
from shared.ops import health
from shared.ops.health import Health, Part
from shared.ops.metrics import Metrics


async def well() -> bool:
    return True


async def ill() -> bool:
    raise ConnectionError("hunter2")


async def no() -> bool:
    return False


async def hangs() -> bool:
    await asyncio.sleep(60)
    return True


@pytest.mark.parametrize(
    ("parts", "ready", "told"),
    [
        ([], True, {}),
        ([Part("database", well)], True, {"database": "ok"}),
        ([Part("database", well), Part("broker", ill, required=False)], True, {"database": "ok", "broker": "degraded"}),
        ([Part("database", ill), Part("seeds", well)], False, {"database": "down", "seeds": "ok"}),
        ([Part("seeds", no)], False, {"seeds": "down"}),
        ([Part("database", hangs)], False, {"database": "down"}),
    ],
)
async def test_ready(parts: list[Part], ready: bool, told: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "CHECK_SECONDS", 0.05)
    found = await Health(parts).readiness()
    assert found == (ready, {"status": "ready" if ready else "not_ready", "parts": told})


async def test_the_ops_port() -> None:
    state = Health([Part("database", well)])
    app = health.endpoints(state, Metrics("toy"))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://ops") as client:
        assert (await client.get("/healthz")).json() == {"status": "alive"}
        assert (await client.get("/readyz")).json()["status"] == "ready"
        metrics = await client.get("/metrics")
        assert metrics.headers["content-type"].startswith("text/plain")
        for name in ("outbox_pending", "consumer_rebuilds_total", "dead_letters_open", "http_requests_in_progress"):
            assert f"\n{name} 0.0" in metrics.text
        assert (await client.get("/v1/things")).status_code == 404

        state.draining = True
        drained = await client.get("/readyz")
        assert (drained.status_code, drained.json()["status"]) == (503, "draining")
        state.alive = lambda: False
        assert (await client.get("/healthz")).status_code == 503


async def test_a_database_that_is_not_there() -> None:
    database = Database("toy", "postgresql://nobody@127.0.0.1:1/nothing")
    ready, told = await Health([health.database_answers(database), health.migrated(database, "abc")]).readiness()
    assert (ready, told["parts"]) == (False, {"database": "down", "migrations": "down"})
    await database.close()
