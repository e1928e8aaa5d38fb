"""A body of many rows: kept piece by piece while it arrives, before its request's transaction begins.

So it takes no more memory than a piece, whatever its size, and no connection while a slow caller sends.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any
from uuid import UUID

from starlette.types import Receive, Scope

from shared.db.session import Database
from shared.features.bulk_jobs import pieces
from shared.http import bodies
from shared.http.errors import Invalid, Problem, TooLarge, TooSlow, place
from shared.ids import uuid7

LONGEST_SECONDS = 300.0  # for a whole body to arrive
CSV = "text/csv"
JSON_LINES = "application/x-ndjson"
KINDS = {CSV: CSV, JSON_LINES: JSON_LINES, "application/jsonl": JSON_LINES, "application/ndjson": JSON_LINES}
CHARSETS = ("", "utf-8", "utf8", "us-ascii")


class NotRows(Problem):
    """The body must be CSV or JSON Lines, in UTF-8."""

    status = 415
    code = "not_rows"


@dataclass(frozen=True, slots=True)
class Receiving:
    """How a route keeps a body that is too large for memory, or is no JSON, before its transaction begins.

    receive: keeps it, given the request's scope, its receive, and the app's state; what it answers has a `digest` of
    all of it. discard: forgets that, where nothing comes of the request.
    """

    receive: Callable[[Scope, Receive, Any], Awaitable[Any]]
    discard: Callable[[Any, Any], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A body that was kept. id: its pieces' job. head: its first piece. digest: of all of it, to tell another."""

    id: UUID
    kind: str
    size: int
    head: bytes
    digest: bytes


async def receive(scope: Scope, receive: Receive, database: Database, *, most: int) -> Uploaded:
    """Keep a body of at most `most` bytes. Raises NotRows, TooLarge, TooSlow, Unreadable, Invalid, ClientDisconnect."""
    kind = _kind(bodies.header(scope, b"content-type"))
    bodies.refuse_announced(scope, most)
    arriving = _Arriving(database, kind, most)
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            return await arriving.all(receive)
    except Exception as error:
        await discard(database, arriving.id)
        if isinstance(error, TimeoutError):
            raise TooSlow(headers={"Connection": "close"}) from None
        raise


async def discard(database: Database, upload_id: UUID) -> None:
    """Forget an upload of which no job comes. Where the process dies first, a job does within two hours."""
    await pieces.forget_alone(database, upload_id)


async def _receive_rows(scope: Scope, receiver: Receive, app: Any) -> Uploaded:
    return await receive(scope, receiver, app.database, most=app.settings.import_max_bytes)


async def _discard_rows(app: Any, uploaded: Uploaded) -> None:
    await discard(app.database, uploaded.id)


ROWS = Receiving(_receive_rows, _discard_rows)
"""A body of many rows."""


class _Arriving:
    """A body as far as it has come."""

    def __init__(self, database: Database, kind: str, most: int) -> None:
        self._database = database
        self._kind = kind
        self._most = most
        self.id = uuid7()
        self._rest = bytearray()
        self._head = b""
        self._pieces = self._size = 0
        self._digest = blake2b(kind.encode(), digest_size=32)

    async def all(self, receive: Receive) -> Uploaded:
        async for some in bodies.chunks(receive):
            await self._take(some)
        if not self._size:
            raise Invalid(errors=[place("body", msg="There is nothing in it", code="empty")])
        if self._rest:
            await self._keep(bytes(self._rest))
        return Uploaded(self.id, self._kind, self._size, self._head, self._digest.digest())

    async def _take(self, some: bytes) -> None:
        self._size += len(some)
        if self._size > self._most:
            raise TooLarge(f"It has at most {self._most} bytes.")
        self._digest.update(some)
        self._rest += some
        while len(self._rest) >= pieces.PIECE:
            piece = bytes(self._rest[: pieces.PIECE])
            del self._rest[: pieces.PIECE]
            await self._keep(piece)

    async def _keep(self, piece: bytes) -> None:
        if not self._pieces:
            self._head = piece
        await pieces.store_alone(self._database, self.id, self._pieces, piece)
        self._pieces += 1


def _kind(content_type: str | None) -> str:
    name, _, parameters = (content_type or "").lower().partition(";")
    named = dict(part.strip().partition("=")[::2] for part in parameters.split(";"))
    kind = KINDS.get(name.strip())
    if kind is None or named.get("charset", "").strip('"') not in CHARSETS:
        raise NotRows("Send it as text/csv or application/x-ndjson.")
    return kind
