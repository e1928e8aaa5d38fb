"""A file on its way into the storage: written while it arrives, before its request's transaction begins.

It is a whole body, or a part of a page's form.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

import structlog
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
    """Keep a file that is a whole body. Raises what `keep` does, and TooSlow, ClientDisconnect."""
    bodies.refuse_announced(scope, app.settings.attachment_max_bytes)
    # The query is checked with the others of the request; here it only has to have a name.
    given = parse_qs(scope["query_string"].decode("latin-1")).get("name", [""])[0]
    content_type = bodies.header(scope, b"content-type")
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            return await keep(app, given, content_type, bodies.chunks(receive))
    except TimeoutError:
        raise TooSlow(headers={"Connection": "close"}) from None


async def keep(app: Any, name: str, content_type: str | None, content: AsyncIterator[bytes]) -> Uploaded:
    """Keep a file, whatever it is called.

    Raises NotAFile, TooLarge, Invalid where it is empty, StorageAway, and what the content raises.
    """
    media_type = names.media_type(content_type)
    if media_type is None:
        raise NotAFile
    storage = storage_of(app.settings)
    arriving = _Arriving(content, app.settings.attachment_max_bytes)
    attachment_id = uuid7()
    try:
        await storage.put(attachment_id, arriving.chunks())
    except StorageFailed as failed:
        if arriving.broken is not None:  # what our own chunks raised, whatever the storage made of it
            raise arriving.broken from None
        log.warning("attachment.not_kept", error=str(failed))
        raise StorageAway from None
    return Uploaded(attachment_id, names.safe(name), media_type, arriving.size, arriving.digest.hexdigest())


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

    def __init__(self, content: AsyncIterator[bytes], most: int) -> None:
        self._content = content
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
        async for chunk in self._content:
            self.size += len(chunk)
            if self.size > self._most:
                raise TooLarge(f"It has at most {self._most} bytes.")
            self.digest.update(chunk)
            if chunk:
                yield chunk
        if not self.size:
            raise Invalid(errors=[place("body", msg="There is nothing in it", code="empty")])
