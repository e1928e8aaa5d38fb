"""What surrounds every request: id, safe headers, log, numbers."""

import json
from typing import Any

import httpx
import pytest
import structlog
from fastapi import FastAPI
from sqlalchemy import text

from shared.db.session import Database
from shared.ops import log
from shared.ops.metrics import Metrics
from tests.shared.http.conftest import KEY, body, client_of


async def test_a_sane_request_id_is_kept_everywhere(client: httpx.AsyncClient, database: Database) -> None:
    answer = await client.post("/v1/things", json=body(), headers={"X-Request-Id": "order-66.a_b"})
    assert answer.headers["x-request-id"] == "order-66.a_b"
    async with database.engine.connect() as connection:
        fact = (await connection.execute(text("SELECT headers FROM outbox"))).scalar_one()
        audit = (await connection.execute(text("SELECT cause FROM audit WHERE entity = 'thing'"))).scalar_one()
    assert fact["ce_causationid"] == audit == "request/order-66.a_b"
    assert fact["ce_actor"] == f"key/{KEY.split('_')[1]}"


@pytest.mark.parametrize("given", ["", "a b", "a" * 65, "<script>", "a\tb", "ä"])
async def test_another_is_replaced(given: str, client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/things", headers={"X-Request-Id": given.encode()})
    assert answer.headers["x-request-id"] != given
    assert len(answer.headers["x-request-id"]) == 36


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", True),
        ("00-00000000000000000000000000000000-b7ad6b7169203331-01", False),
        ("nonsense", False),
    ],
)
async def test_the_traceparent_is_carried_on(
    given: str, kept: bool, client: httpx.AsyncClient, database: Database
) -> None:
    await client.post("/v1/things", json=body(), headers={"traceparent": given})
    async with database.engine.connect() as connection:
        fact = (await connection.execute(text("SELECT headers FROM outbox"))).scalar_one()
    assert fact.get("traceparent") == (given if kept else None)


@pytest.mark.parametrize(
    ("method", "path", "cache"),
    [
        ("GET", "/v1/things", "private, no-cache"),
        ("POST", "/v1/things", "no-store"),
        ("GET", "/v1/nothing", "no-store"),
        ("GET", "/nothing", "no-store"),
    ],
)
async def test_safe_headers_are_on_every_answer(method: str, path: str, cache: str, client: httpx.AsyncClient) -> None:
    answer = await client.request(method, path)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == cache
    assert "server" not in answer.headers


async def test_the_log_names_the_template_and_nothing_personal(app: FastAPI) -> None:
    with structlog.testing.capture_logs() as lines:
        async with client_of(app) as client:
            made = await client.post("/v1/things", json=body(name="hunter2"))
            await client.get(f"/v1/things/{made.json()['id']}")
            await client.get("/v1/things?name=hunter2")
            await client.get("/v1/hunter2")
            await client.get("/healthz")
        async with client_of(app, key="hunter2") as stranger:
            await stranger.get("/v1/things")
    told = [(line["method"], line["route"], line["status"], line["actor"]) for line in lines]
    actor = f"key/{KEY.split('_')[1]}"
    assert told == [
        ("POST", "/v1/things", 201, actor),
        ("GET", "/v1/things/{thing_id}", 200, actor),
        ("GET", "/v1/things", 200, actor),
        ("GET", "(none)", 404, actor),
        ("GET", "(none)", 401, None),
    ]
    assert "hunter2" not in str(lines)


async def test_a_500_is_logged_with_its_place_and_without_its_message(
    app: FastAPI, capsys: pytest.CaptureFixture[str]
) -> None:
    before = structlog.get_config()
    try:
        log.configure(service="toy", level="INFO", form="json")
        async with client_of(app) as client:
            answer = await client.post("/v1/things/broken", json=body())
    finally:
        structlog.configure(**before)
    lines: list[dict[str, Any]] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    failed = next(line for line in lines if line["event"] == "request.failed")
    answered = next(line for line in lines if line["event"] == "request.answered")
    assert failed["request_id"] == answered["request_id"] == answer.headers["x-request-id"]
    assert failed["level"] == "error"
    assert failed["exception"][0]["class"] == "builtins.RuntimeError"
    assert "break_down" in failed["exception"][0]["places"][-1]
    assert "password" not in str(lines)


async def test_numbers_count_by_template(app: FastAPI, client: httpx.AsyncClient) -> None:
    for _ in range(3):
        await client.get("/v1/things")
    await client.request("BREW", "/v1/things")
    text_ = app.state.metrics.render().decode()
    assert 'http_requests_total{method="GET",route="/v1/things",status="200"} 3.0' in text_
    assert 'http_requests_total{method="OTHER",route="/v1/things",status="405"} 1.0' in text_
    assert 'http_request_seconds_count{method="GET",route="/v1/things"} 3.0' in text_
    assert "http_requests_in_progress 0.0" in text_


async def test_numbers_go_where_the_process_puts_them(app: FastAPI, client: httpx.AsyncClient) -> None:
    await client.get("/v1/things")
    app.state.metrics = Metrics("toy")
    await client.get("/v1/things")
    assert (
        'http_requests_total{method="GET",route="/v1/things",status="200"} 1.0' in app.state.metrics.render().decode()
    )


async def test_two_apps_do_not_share_numbers(app: FastAPI, database: Database) -> None:
    from tests.shared.http.toy import toy_app

    other = toy_app(database)
    async with client_of(app) as client:
        await client.get("/v1/things")
    assert "http_requests_total{" not in other.state.metrics.render().decode()


async def test_health_of_the_api(app: FastAPI, client: httpx.AsyncClient) -> None:
    assert (await client.get("/healthz")).json() == {"status": "alive"}
    ready = await client.get("/readyz")
    assert (ready.status_code, ready.json()) == (200, {"status": "ready", "parts": {"database": "ok"}})
    app.state.health.draining = True
    assert (await client.get("/readyz")).status_code == 503
    assert (await client.get("/metrics")).status_code == 404
