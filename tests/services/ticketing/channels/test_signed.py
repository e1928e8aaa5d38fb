"""A gateway that holds no key signs what it brings in."""

import json
from base64 import b64encode
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from pydantic import ValidationError

from services.ticketing.settings import Settings
from shared.features.webhooks import signing
from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.services.ticketing.channels.writing import mail

OURS, NEXT, THEIRS = (f"whsec_{b64encode(bytes([number]) * 24).decode()}" for number in (1, 2, 3))


@pytest.fixture
async def gated(fresh_database: MakeDatabase) -> AsyncIterator[ServiceUnderTest]:
    """Ticketing with two secrets, of which one is new."""
    async with service_under_test(
        "ticketing", fresh_database("ticketing"), TICKETING_INBOUND_SECRETS=f"{OURS}, {NEXT}"
    ) as service:
        yield service


async def send(
    service: ServiceUnderTest, secret: str, body: Any, *, path: str = "/v1/inbound/email", late: float = 0, **more: Any
) -> httpx.Response:
    text = body if isinstance(body, str) else json.dumps(body)
    headers = signing.headers([secret], "in-1", datetime.now(UTC) - timedelta(seconds=late), text)
    async with service.client_with() as stranger:
        return await stranger.post(path, content=text, headers={**headers, "Content-Type": "application/json", **more})


async def test_who_signs_needs_no_key(gated: ServiceUnderTest) -> None:
    for secret in (OURS, NEXT):
        answer = await send(gated, secret, mail())
        assert answer.status_code == 201, answer.text
    [row] = (await gated.get("/v1/audit", action="ticket.create"))["items"]
    assert row["actor"] == "key/inbound"
    asked = mail()
    again = [await send(gated, OURS, asked, **{"Idempotency-Key": "k"}) for _ in range(2)]
    assert [answer.status_code for answer in again] == [201, 201]
    assert again[1].headers["idempotency-replayed"] == "true"


async def test_whoever_has_not_signed_this_now_gets_401(gated: ServiceUnderTest) -> None:
    asked = mail()
    refused = [
        await send(gated, THEIRS, asked),
        await send(gated, OURS, asked, late=301),
        await send(gated, OURS, asked, **{"webhook-id": "another"}),
        await send(gated, OURS, asked, **{"webhook-timestamp": "soon"}),
        await send(gated, OURS, asked, **{"webhook-signature": "v1,nonsense"}),
        await send(gated, OURS, asked, **{"webhook-signature": b"v1,\xff"}),
        await send(gated, OURS, asked, **{"X-API-Key": "so_wrong"}),
        await send(gated, OURS, {"body": "x" * 1_100_000}),
        await send(gated, OURS, asked, **{"Content-Encoding": "gzip"}),
        await send(gated, OURS, {"subject": "Broken", "type": "question"}, path="/v1/tickets"),
        await send(gated, OURS, asked, path="/v1/inboundary"),
    ]
    assert [answer.status_code for answer in refused] == [401] * len(refused)
    assert await gated.told("ticket.created.v1") == []
    assert (await send(gated, OURS, {"unheard": 1})).status_code == 422
    assert (await send(gated, OURS, "{no json")).status_code == 400
    assert (await send(gated, OURS, asked, path="/v1/inbound/email/nothing")).status_code == 404


async def test_without_secrets_no_signature_is_valid(ticketing: ServiceUnderTest) -> None:
    assert (await send(ticketing, OURS, mail())).status_code == 401


@pytest.mark.parametrize("wrong", ["whsec_", "whsec_c2hvcnQ=", "secret", f"{OURS},x", "whsec_***"])
def test_a_weak_secret_stops_the_start(wrong: str) -> None:
    with pytest.raises(ValidationError, match="whsec_ and 24 bytes"):
        Settings(database_url="postgresql://x/y", secret_key="s" * 32, TICKETING_INBOUND_SECRETS=wrong)
