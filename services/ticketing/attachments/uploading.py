"""A file on its way into the storage: written while it arrives, before its request's transaction begins."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

import structlog
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope

from services.ticketing.attachments import names
from services.ticketing.attachments.errors import NotAFile, StorageAway
from services.ticketing.attachments.storage import Storage, StorageFailed
from shared.http import bodies
from shared.http.errors import Invalid, TooLarge, TooSlow, place
from shared.http.uploads import Receiving
from shared.ids import uuid7

LONGEST_SECONDS = 300.0  # for a whole file to arrive

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file that lies in the storage. digest: of its bytes and its type, to tell a repeated request."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str

    @property
    def digest(self) -> bytes:
        """What tells it from another body."""
        return f"{self.media_type}:{self.sha256}".encode()


def storage_of(settings: Any) -> Storage:
    """The storage that the settings name. Raises StorageAway where they name none."""
    if settings.attachments_url is None:
        raise StorageAway("The operator has not said where files are kept (ATTACHMENTS_URL).")
    return Storage.of(settings.attachments_url)


async def receive(scope: Scope, receive: Receive, app: Any) -> Uploaded:
    """Keep a file. Raises NotAFile, TooLarge, TooSlow, Invalid where it is empty, StorageAway, ClientDisconnect."""
    media_type = names.media_type(bodies.header(scope, b"content-type"))
    if media_type is None:
        raise NotAFile
    most = app.settings.attachment_max_bytes
    bodies.refuse_announced(scope, most)
    storage = storage_of(app.settings)
    arriving = _Arriving(receive, most)
    attachment_id = uuid7()
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            await storage.put(attachment_id, arriving.chunks())
    except TimeoutError:
        raise TooSlow(headers={"Connection": "close"}) from None
    except StorageFailed as failed:
        if arriving.broken is not None:  # what our own chunks raised, whatever the storage made of it
            raise arriving.broken from None
        log.warning("attachment.not_kept", error=str(failed))
        raise StorageAway from None
    # The query is checked with the others of the request; here it only has to have a name.
    given = parse_qs(scope["query_string"].decode("latin-1")).get("name", [""])[0]
    return Uploaded(attachment_id, names.safe(given), media_type, arriving.size, arriving.digest.hexdigest())


async def discard(app: Any, uploaded: Uploaded) -> None:
    """Forget a file of which nothing comes. Where that fails, an object is left that no row names."""
    try:
        await storage_of(app.settings).remove(uploaded.id)
    except StorageFailed as failed:
        log.warning("attachment.left_behind", attachment_id=str(uploaded.id), error=str(failed))


FILE = Receiving(receive, discard)
"""A body that is one file."""


class _Arriving:
    """A file as far as it has come."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._most = most
        self.size = 0
        self.digest = sha256()
        self.broken: Exception | None = None

    async def chunks(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._bounded():
                yield chunk
        except Exception as error:
            self.broken = error
            raise

    async def _bounded(self) -> AsyncIterator[bytes]:
        more = True
        while more:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            chunk, more = message.get("body", b""), message.get("more_body", False)
            self.size += len(chunk)
            if self.size > self._most:
                raise TooLarge(f"It has at most {self._most} bytes.")
            self.digest.update(chunk)
            if chunk:
                yield chunk
        if not self.size:
            raise Invalid(errors=[place("body", msg="There is nothing in it", code="empty")])
