"""What no HTTP library would send: line breaks in headers, bodies that never end, senders that take for ever."""

import asyncio
import json
from collections.abc import Iterable
from typing import Any

import pytest
from structlog.testing import capture_logs

from shared.http import bodies
from tests.fixtures.services import PLAIN_KEY, ServiceUnderTest
from tests.fixtures.stack import eventually

INJECTED = b"a\r\nset-cookie: eve=1\r\n\r\n<script>"
NEVER = asyncio.Event()


async def asked(
    service: ServiceUnderTest, headers: Iterable[tuple[bytes, bytes]], pieces: Iterable[bytes | None] = (b"",)
) -> tuple[int, dict[bytes, bytes], bytes]:
    """Ask the app itself, past every library. pieces: of the body; None: nothing comes any more."""
    left = list(pieces)
    status, given, said = 0, {}, bytearray()

    async def receive() -> dict[str, Any]:
        piece = left.pop(0)
        if piece is None:
            await NEVER.wait()
        return {"type": "http.request", "body": piece, "more_body": bool(left)}

    async def send(message: Any) -> None:
        nonlocal status, given
        if message["type"] == "http.response.start":
            status, given = message["status"], dict(message["headers"])
        said.extend(message.get("body", b""))

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/v1/calendars",
        "raw_path": b"/v1/calendars",
        "query_string": b"",
        "headers": [(b"x-api-key", PLAIN_KEY.encode()), (b"content-type", b"application/json"), *headers],
        "client": ("127.0.0.1", 1),
        "server": ("test", 80),
    }
    await service.app(scope, receive, send)
    return status, given, bytes(said)


@pytest.mark.parametrize("name", [b"x-request-id", b"traceparent", b"idempotency-key", b"if-match", b"user-agent"])
async def test_a_line_break_in_a_header_goes_nowhere(ticketing: ServiceUnderTest, name: bytes) -> None:
    with capture_logs() as lines:
        status, headers, said = await asked(ticketing, [(name, INJECTED)], [b"{}"])
    assert status == 422
    written = b"".join(part for header in headers.items() for part in header) + said + str(lines).encode()
    assert b"eve=1" not in written
    assert b"script" not in written
    assert not any(b"\r" in part or b"\n" in part for header in headers.items() for part in header)


async def test_a_line_break_in_a_value_makes_no_line_of_the_log(ticketing: ServiceUnderTest) -> None:
    with capture_logs() as lines:
        await ticketing.client.get("/v1/tickets?q=a%0d%0alevel%3derror%20event%3dforged")
        await ticketing.client.get("/v1/nothing%0d%0aforged")
    assert lines
    assert "forged" not in str(lines)


async def test_a_sender_who_stops_is_answered_and_holds_no_connection(
    ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "LONGEST_SECONDS", 3)
    pool = ticketing.database.engine.pool
    await ticketing.get("/v1/calendars")
    slow = [asyncio.create_task(asked(ticketing, [], [b'{"name": ', None])) for _ in range(200)]
    await asyncio.sleep(0.2)
    # The key may be looked up just now, for all of them at once.
    await eventually(lambda: pool.checkedout() == 0)  # type: ignore[attr-defined]
    assert not any(request.done() for request in slow), "a transaction begins once the body is there"
    for status, headers, said in await asyncio.gather(*slow):
        assert (status, json.loads(said)["code"]) == (408, "too_slow")
        assert headers[b"connection"] == b"close"


async def test_a_body_without_an_end_is_cut_off(ticketing: ServiceUnderTest) -> None:
    status, _, said = await asked(ticketing, [], [b" " * 65_536] * 1_000)
    assert (status, json.loads(said)["code"]) == (413, "too_large")
