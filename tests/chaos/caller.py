"""The clients of a load process: requests over kept connections, and the journal of each and what came of it."""

import asyncio
import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any, cast
from urllib.parse import urlencode, urlsplit
from uuid import UUID

_LENGTH = b"content-length: "
CONNECT_SECONDS = 3.0
RETRY_SECONDS = (0.1, 1.0)
GIVE_UP_SECONDS = 60.0  # on a request that is sent again under its key
SICK_SECONDS = 1.0  # after an unanswered request, in which others rather turn to another service


@dataclass(frozen=True)
class Answer:
    """What came of a request. status: None where there was no answer; body: None where there is none."""

    status: int | None
    body: Any = None

    @property
    def good(self) -> bool:
        """A 2xx: what was asked for is there."""
        return self.status is not None and 200 <= self.status < 300


class Journal:
    """A file of JSON lines; a write is complete when `close` has returned."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a", buffering=1 << 16)
        self.written = 0

    def write(self, line: dict[str, Any]) -> None:
        """Add a line."""
        self._file.write(json.dumps(line, separators=(",", ":")) + "\n")
        self.written += 1

    def close(self) -> None:
        """Write what is still held."""
        self._file.close()


class Connection(asyncio.Protocol):
    """Carries one request at a time."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._held = b""
        self.closed = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ready for the first request."""
        self._transport = cast(asyncio.Transport, transport)

    def ask(self, request: bytes) -> asyncio.Future[tuple[int, bytes]]:
        """Send a request; its answer comes as a future, or ConnectionError."""
        assert self._transport is not None
        self._held = b""
        self._answer = asyncio.get_running_loop().create_future()
        if self.closed:
            self._answer.set_exception(ConnectionResetError())
        else:
            self._transport.write(request)
        return self._answer

    def data_received(self, data: bytes) -> None:
        """Take the answer once it is there in whole."""
        self._held += data
        end = self._held.find(b"\r\n\r\n") + 4
        if end < 4:
            return
        head = self._held[:end].lower()
        at = head.find(_LENGTH)
        length = 0 if at < 0 else int(head[at + len(_LENGTH) : head.index(b"\r\n", at)])
        if len(self._held) < end + length:
            return
        if b"\r\nconnection: close" in head:
            self.close()
        if self._answer is not None and not self._answer.done():
            self._answer.set_result((int(self._held[9:12]), self._held[end : end + length]))

    def connection_lost(self, error: Exception | None) -> None:
        """The server ended it."""
        self.closed = True
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(ConnectionResetError())

    def close(self) -> None:
        """End it."""
        self.closed = True
        if self._transport is not None:
            self._transport.close()


class Caller:
    """Asks the four services. urls: by service; patience: seconds until a request counts as unanswered."""

    def __init__(self, urls: dict[str, str], api_key: str, journal: Journal, patience: float) -> None:
        self._addresses = {name: (urlsplit(url).hostname or "", urlsplit(url).port or 80) for name, url in urls.items()}
        self._api_key = api_key
        self._journal = journal
        self._patience = patience
        self._idle: dict[str, list[Connection]] = {name: [] for name in urls}
        self._sick_until = dict.fromkeys(urls, 0.0)
        self.stopping = False

    def is_sick(self, service: str) -> bool:
        """Whether somebody has just waited for it in vain."""
        return perf_counter() < self._sick_until[service]

    async def get(self, service: str, path: str) -> Answer:
        """Read; not kept in the journal."""
        return await self._ask(service, "GET", path, None, None)

    async def send(
        self, service: str, method: str, path: str, body: Any = None, key: str | None = None, api_key: str | None = None
    ) -> Answer:
        """One attempt of a write, with what came of it in the journal."""
        at = datetime.now(UTC).isoformat()
        answer = await self._ask(service, method, path, body, key, api_key)
        self._journal.write(
            {
                "at": at,
                "until": datetime.now(UTC).isoformat(),
                "service": service,
                "method": method,
                "path": path,
                "key": key,
                "body": body,
                "status": answer.status,
                "answer": answer.body,
            }
        )
        return answer

    async def page(self, service: str, path: str, form: dict[str, str] | None = None) -> int | None:
        """As a browser, without a key: open a page, or send its form, which is in the journal; answers the status."""
        at = datetime.now(UTC).isoformat()
        method, content = ("GET", b"") if form is None else ("POST", urlencode(form).encode())
        host, port = self._addresses[service]
        head = f"{method} {path} HTTP/1.1\r\nHost: {host}:{port}\r\nAccept: text/html\r\n"
        if form is not None:
            head += "Content-Type: application/x-www-form-urlencoded\r\n"
        answer = await self._exchange(service, f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content)
        status = None if answer is None else answer[0]
        if form is not None:
            line = {"at": at, "service": service, "method": method, "path": path, "key": None, "body": form}
            self._journal.write({**line, "status": status, "answer": None})
        return status

    async def insist(
        self,
        service: str,
        method: str,
        path: str,
        body: Any,
        *,
        dice: random.Random,
        key: str | None = None,
        api_key: str | None = None,
    ) -> Answer:
        """As a careful client: the same request, under the same key where it has one, until it is answered."""
        deadline = perf_counter() + GIVE_UP_SECONDS
        pause, longest = RETRY_SECONDS
        while True:
            answer = await self.send(service, method, path, body, key, api_key)
            in_flight = answer.status == 409 and (answer.body or {}).get("code") == "request_in_flight"
            if not (answer.status is None or answer.status >= 500 or in_flight):
                return answer
            if self.stopping or perf_counter() > deadline:
                return answer
            await asyncio.sleep(pause * dice.uniform(0.5, 1))
            pause = min(longest, pause * 2)

    def close(self) -> None:
        """End all connections."""
        for idle in self._idle.values():
            for connection in idle:
                connection.close()

    async def _ask(
        self, service: str, method: str, path: str, body: Any, key: str | None, api_key: str | None = None
    ) -> Answer:
        answer = await self._exchange(service, self._request(service, method, path, body, key, api_key))
        if answer is None:
            return Answer(None)
        status, content = answer
        return Answer(status, json.loads(content) if content else None)

    async def _exchange(self, service: str, request: bytes) -> tuple[int, bytes] | None:
        """Status and body; None where no answer came."""
        connection: Connection | None = None
        try:
            async with asyncio.timeout(self._patience):
                connection = await self._connection(service)
                answer = await connection.ask(request)
        except (OSError, TimeoutError):
            if connection is not None:
                connection.close()
            self._sick_until[service] = perf_counter() + SICK_SECONDS
            return None
        if not connection.closed:
            self._idle[service].append(connection)
        return answer

    async def _connection(self, service: str) -> Connection:
        idle = self._idle[service]
        while idle:
            connection = idle.pop()
            if not connection.closed:
                return connection
        host, port = self._addresses[service]
        async with asyncio.timeout(CONNECT_SECONDS):
            return (await asyncio.get_running_loop().create_connection(Connection, host, port))[1]

    def _request(self, service: str, method: str, path: str, body: Any, key: str | None, api_key: str | None) -> bytes:
        host, port = self._addresses[service]
        head = f"{method} {path} HTTP/1.1\r\nHost: {host}:{port}\r\nX-API-Key: {api_key or self._api_key}\r\n"
        if key is not None:
            head += f"Idempotency-Key: {key}\r\n"
        content = b"" if body is None else json.dumps(body).encode()
        if body is not None:
            head += "Content-Type: application/json\r\n"
        return f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content


def new_key(dice: random.Random) -> str:
    """A key of a request, drawn from the seed."""
    return str(UUID(int=dice.getrandbits(128), version=4))
