"""Where the bytes lie: a folder or a bucket behind the one interface of `obstore`.

`file:///var/lib/serviceops/attachments` is a folder, `s3://bucket/prefix` a bucket of anything that speaks S3; its
keys, region and endpoint are read from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION and AWS_ENDPOINT (one
over http needs AWS_ALLOW_HTTP=true).
An object appears once it is whole, and never changes: its name is the attachment's id, so that two files never share
one and an erased file takes nobody else's with it.
"""

from collections.abc import AsyncIterator
from functools import cache
from typing import Any
from uuid import UUID

import obstore
from obstore.exceptions import BaseError
from obstore.store import from_url

CHUNK = 1_048_576  # bytes


class StorageFailed(Exception):
    """The storage did not take or give the bytes; the message names the class of the error alone."""


class NotThere(StorageFailed):
    """The storage has no such object."""


class Storage:
    """One folder or bucket."""

    def __init__(self, url: str) -> None:
        """Nothing is opened, nor a folder made, before the first file."""
        self._url = url
        self._opened: Any = None

    @staticmethod
    def of(url: str) -> "Storage":
        """The one of this URL; a process has one for each."""
        return _of(url)

    @property
    def _store(self) -> Any:
        if self._opened is None:
            options: dict[str, Any] = {"mkdir": True} if self._url.startswith("file:") else {}
            self._opened = from_url(self._url, **options)
        return self._opened

    async def put(self, attachment_id: UUID, content: AsyncIterator[bytes]) -> None:
        """Keep an object; one that breaks off leaves nothing. Raises StorageFailed, and what the content raises."""
        try:
            await obstore.put_async(self._store, _path(attachment_id), content, chunk_size=5 * CHUNK)
        except (BaseError, OSError) as error:
            raise StorageFailed(type(error).__name__) from error

    async def read(self, attachment_id: UUID) -> AsyncIterator[bytes]:
        """An object's bytes, as they come; it is there once this has answered. Raises NotThere, StorageFailed."""
        try:
            found = await obstore.get_async(self._store, _path(attachment_id))
        except FileNotFoundError as error:
            raise NotThere(type(error).__name__) from error
        except (BaseError, OSError) as error:
            raise StorageFailed(type(error).__name__) from error
        return _stream(found)

    async def whole(self, attachment_id: UUID) -> bytes:
        """All of an object's bytes. Raises NotThere, StorageFailed."""
        return b"".join([chunk async for chunk in await self.read(attachment_id)])

    async def remove(self, attachment_id: UUID) -> None:
        """Forget an object; one that is not there is gone already. Raises StorageFailed."""
        try:
            await obstore.delete_async(self._store, _path(attachment_id))
        except FileNotFoundError:
            return
        except (BaseError, OSError) as error:
            raise StorageFailed(type(error).__name__) from error


async def _stream(found: Any) -> AsyncIterator[bytes]:
    try:
        async for chunk in found.stream(min_chunk_size=CHUNK):
            yield bytes(chunk)
    except (BaseError, OSError) as error:
        raise StorageFailed(type(error).__name__) from error


@cache
def _of(url: str) -> Storage:
    return Storage(url)


def _path(attachment_id: UUID) -> str:
    """In 256 folders by the id's last digits, which are random."""
    return f"{attachment_id.hex[-2:]}/{attachment_id}"
