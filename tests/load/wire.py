"""One keep-alive connection of a load generator: whole requests out, a status and a body back, nothing else."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

HOST = "127.0.0.1"
_LENGTH = b"content-length: "  # as uvicorn writes it

Answered = Callable[[int, bytes], None]


class Connection(asyncio.Protocol):
    """Carries one request at a time; `answered` is called with the status and the body of each answer."""

    def __init__(self) -> None:
        self.answered: Answered = _drop
        self.closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._transport: asyncio.Transport
        self._held = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's derive from no class of asyncio

    def send(self, request: bytes) -> None:
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        if self._held:
            data = self._held + data
        end = data.find(b"\r\n\r\n") + 4
        if end < 4:
            self._held = data
            return
        at = data.index(_LENGTH, 0, end) + len(_LENGTH)
        if len(data) < end + int(data[at : data.index(b"\r\n", at)]):
            self._held = data
            return
        self._held = b""
        self.answered(int(data[9:12]), data[end:])

    def connection_lost(self, error: Exception | None) -> None:
        """The server ended it: nothing more is answered here."""
        if not self.closed.done():
            self.closed.set_result(None)

    def close(self) -> None:
        self._transport.close()


async def connect(port: int, many: int) -> list[Connection]:
    """Open as many connections."""
    loop = asyncio.get_running_loop()
    return [(await loop.create_connection(Connection, HOST, port))[1] for _ in range(many)]


@dataclass(frozen=True)
class Requests:
    """Prebuilt requests that differ in the number that each `%015d` of its body becomes."""

    templates: list[bytes]

    def make(self, number: int) -> bytes:
        """The request with this number."""
        return self.templates[number % len(self.templates)] % number


def post(port: int, path: str, key: str, bodies: list[bytes]) -> Requests:
    """POSTs of JSON bodies that each hold one `%015d`."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nX-API-Key: {key}\r\n"
        "Content-Type: application/json\r\nContent-Length: "
    ).encode()
    # The body itself may hold no other percent sign; its length is that of the filled form.
    return Requests([b"%b%d\r\n\r\n%b" % (head, len(body % 0), body) for body in bodies])


def get(port: int, path: str, key: str) -> bytes:
    """A GET, whole."""
    return f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nX-API-Key: {key}\r\n\r\n".encode()


def is_good(status: int) -> bool:
    """Was what was asked for done? A form that was taken leads on (303)."""
    return 200 <= status < 400


def percentile(ordered: list[float], share: float) -> float:
    """The smallest value that is not below this share of all, in a list that is in order."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _drop(status: int, body: bytes) -> None:
    return
