"""Receivers whose answers a test chooses, over real sockets, and facts for them to receive."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from standardwebhooks import Webhook

from shared.contracts.feedback import ResponseReceived
from shared.events.cause import Cause
from shared.events.fact import Fact
from shared.events.outbox import tell
from shared.events.transaction import transaction
from shared.features.webhooks import queueing
from shared.features.webhooks.sender import WebhookSender
from shared.ids import uuid7
from shared.ops.metrics import Metrics
from tests.fixtures.services import ServiceUnderTest
from tests.shared.events.conftest import PUBLISH

RECEIVED = ResponseReceived.fact_type

Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Request:
    """One request as it came over the wire."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def data(self) -> Any:
        return json.loads(self.body)

    def verify(self, secret: str) -> Any:
        """As a receiver does, with the library of Standard Webhooks. Raises WebhookVerificationError."""
        return Webhook(secret).verify(self.body, self.headers)


@dataclass
class Receiver:
    """Answers each request with the next of `statuses`, then with 204; or behaves as `behaviour` says."""

    port: int = 0
    statuses: list[int] = field(default_factory=list)
    behaviour: Behaviour | None = None
    headers: str = ""
    requests: list[Request] = field(default_factory=list)

    def url(self, path: str = "/hook", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def ids(self) -> list[str]:
        return [request.id for request in self.requests]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
            body = await reader.readexactly(int(headers["content-length"]))
            self.requests.append(Request(head[0].split(" ")[1], headers, body))
            if self.behaviour is not None:
                await self.behaviour(reader, writer)
                return
            status = self.statuses.pop(0) if self.statuses else 204
            writer.write(f"HTTP/1.1 {status} Some\r\nContent-Length: 0\r\n{self.headers}\r\n".encode())
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def receiving(**options: Any) -> AsyncIterator[Receiver]:
    receiver = Receiver(**options)
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    receiver.port = server.sockets[0].getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()


async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()  # until the sender gives up


async def answer_without_end(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"10000\r\n" + b"x" * 65_536 + b"\r\n")
        await writer.drain()


async def drip_headers(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        writer.write(b"X-More: and more\r\n")
        await writer.drain()
        await asyncio.sleep(0.02)


async def speak_no_http(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"220 mail.example ESMTP\r\n" * 3)
    await writer.drain()


def received(**changes: Any) -> ResponseReceived:
    return ResponseReceived.model_validate({**ResponseReceived.example, "response_id": str(uuid7()), **changes})


async def tell_facts(service: ServiceUnderTest, *facts: Fact) -> list[UUID]:
    """Told in one transaction, and not published yet."""
    async with transaction(service.database) as session:
        cause = Cause("request/test", "key/test", service.clock())
        return [tell(session, fact, cause, trace_id=uuid7()) for fact in facts]


async def publish(service: ServiceUnderTest) -> None:
    """Give positions to what was told."""
    await service.execute("INSERT INTO relay_state (id) VALUES (1) ON CONFLICT DO NOTHING")
    await service.execute(PUBLISH)


async def tell_and_queue(service: ServiceUnderTest, *facts: Fact) -> list[str]:
    """Told, published, and queued for whom it concerns; answers the facts' ids."""
    ids = await tell_facts(service, *(facts or [received()]))
    await publish(service)
    await queue(service)
    return [str(one) for one in ids]


async def queue(service: ServiceUnderTest, at_most: int = 1_000) -> int:
    """One run of the follower."""
    async with transaction(service.database) as session:
        return await queueing.queue(session, Cause("job/queue_webhooks", "service/test", service.clock()), at_most)


async def subscribe(service: ServiceUnderTest, url: str, *types: str, **others: Any) -> Any:
    """A webhook with its secret."""
    body = {"name": "crm", "url": url, "types": list(types) or [RECEIVED], **others}
    return await service.post("/v1/webhooks", body)


def sender_of(service: ServiceUnderTest, metrics: Metrics | None = None) -> WebhookSender:
    return WebhookSender(service.database, service.app.state.settings, metrics or Metrics("test"), service.clock)


async def send(service: ServiceUnderTest) -> None:
    """Send what is due, once."""
    sender = sender_of(service)
    await sender.run_once()
    await sender.close()


async def deliveries(service: ServiceUnderTest, **filters: Any) -> list[Any]:
    found: list[Any] = (await service.get("/v1/webhook-deliveries", limit=200, **filters))["items"]
    return found


async def attempts(service: ServiceUnderTest, delivery: Any) -> list[Any]:
    made: list[Any] = (await service.get(f"/v1/webhook-deliveries/{delivery['id']}/attempts", limit=200))["items"]
    return made
