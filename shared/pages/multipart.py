"""A form with files, part by part while it arrives. Source: RFC 7578, and HTML for the names of files.

Nothing is kept here: what a part holds goes on to whoever reads it, in pieces as they came.
"""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final

from shared.http.errors import Unreadable

KIND: Final = "multipart/form-data"
LONGEST_BOUNDARY: Final = 70  # characters; RFC 2046
LONGEST_HEAD: Final = 8_192  # bytes of one part's headers

_BOUNDARY: Final = re.compile(r'multipart/form-data\s*;\s*boundary=("?)([0-9A-Za-z\'()+_,./:=?-]+)\1\s*', re.IGNORECASE)
# Each letter is read in one way only, so that nothing long is tried in many.
_DISPOSITION: Final = re.compile(r'form-data(?:; ?[a-z*-]+="(?:\\.|[^"\\])*")+', re.IGNORECASE)
_PARAMETER: Final = re.compile(r'; ?([a-z*-]+)="((?:\\.|[^"\\])*)"', re.IGNORECASE)
_CODED: Final = (('\\"', '"'), ("%22", '"'), ("%0D", "\r"), ("%0A", "\n"))


@dataclass(frozen=True, slots=True)
class Part:
    """One field. filename: as its sender calls it; None where it is no file. content: read once, before the next."""

    name: str
    filename: str | None
    media_type: str | None
    content: AsyncIterator[bytes]


def boundary_of(content_type: str | None) -> bytes | None:
    """What stands between the parts, by a Content-Type; None for another kind of body. Raises Unreadable."""
    if (content_type or "").partition(";")[0].strip().lower() != KIND:
        return None
    found = _BOUNDARY.fullmatch((content_type or "").strip())
    if found is None or len(found[2]) > LONGEST_BOUNDARY:
        raise Unreadable("The form does not say what stands between its parts.")
    return found[2].encode()


async def parts(chunks: AsyncIterator[bytes], boundary: bytes) -> AsyncIterator[Part]:
    """The parts of a body in their order. Raises Unreadable, and what the chunks raise."""
    body = _Body(chunks, b"\r\n--" + boundary)
    async for _ in body.until_mark():
        raise Unreadable("The form does not begin with a part.")
    while await body.goes_on():
        head = await body.head()
        part = Part(*_named(head), content=body.until_mark())
        yield part
        async for _ in part.content:
            pass  # what its reader left


class _Body:
    """A body as far as it has come. mark: before each part, and after the last."""

    def __init__(self, chunks: AsyncIterator[bytes], mark: bytes) -> None:
        self._chunks = chunks
        self._mark = mark
        self._held = bytearray(b"\r\n")  # so that the first mark is as the others

    async def until_mark(self) -> AsyncIterator[bytes]:
        """What comes before the next mark, which is passed."""
        while (found := self._held.find(self._mark)) < 0:
            sure = len(self._held) - len(self._mark) + 1  # the rest may be the mark's begin
            if sure > 0:
                yield self._taken(sure)
            await self._more()
        if found:
            yield self._taken(found)
        self._taken(len(self._mark))

    async def goes_on(self) -> bool:
        """After a mark: does a part follow? Otherwise it was the last."""
        while len(self._held) < len(b"--"):
            await self._more()
        after = self._taken(2)
        if after not in (b"\r\n", b"--"):
            raise Unreadable("The form cannot be read.")
        return after == b"\r\n"

    async def head(self) -> bytes:
        """A part's headers."""
        while (end := self._held.find(b"\r\n\r\n")) < 0:
            if len(self._held) > LONGEST_HEAD:
                raise Unreadable("The form cannot be read.")
            await self._more()
        return self._taken(end + 4)

    def _taken(self, count: int) -> bytes:
        taken = bytes(self._held[:count])
        del self._held[:count]
        return taken

    async def _more(self) -> None:
        chunk = await anext(self._chunks, None)
        if chunk is None:
            raise Unreadable("The form breaks off.")
        self._held += chunk


def _named(head: bytes) -> tuple[str, str | None, str | None]:
    """A part's name, its file's name and its media type."""
    try:
        lines = head.decode().split("\r\n")
    except UnicodeDecodeError:
        raise Unreadable("The form is not in UTF-8.") from None
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    disposition = headers.get("content-disposition", "")
    if len(head) > LONGEST_HEAD or not _DISPOSITION.fullmatch(disposition):
        raise Unreadable("The form cannot be read.")
    said = {name.lower(): _plain(value) for name, value in _PARAMETER.findall(disposition)}
    if "name" not in said:
        raise Unreadable("The form has a part without a name.")
    return said["name"], said.get("filename"), headers.get("content-type")


def _plain(value: str) -> str:
    """A name as its sender meant it: browsers code what would end it."""
    for coded, plain in _CODED:
        value = value.replace(coded, plain)
    return value
