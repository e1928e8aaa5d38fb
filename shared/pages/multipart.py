"""A form with files, part by part while it arrives, as python-multipart reads it.

Nothing is kept here: what a part holds goes on to whoever reads it, in pieces as they came.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from shared.http.errors import Unreadable

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

KIND: Final = b"multipart/form-data"
LONGEST_BOUNDARY: Final = 70  # characters; RFC 2046

_CODED: Final = (("%22", '"'), ("%0D", "\r"), ("%0A", "\n"))


@dataclass(frozen=True, slots=True)
class Part:
    """One field. filename: as its sender calls it; None where it is no file. content: read once, before the next."""

    name: str
    filename: str | None
    media_type: str | None
    content: AsyncIterator[bytes]


def boundary_of(content_type: str | None) -> bytes | None:
    """What stands between the parts, by a Content-Type; None for another kind of body. Raises Unreadable."""
    kind, options = parse_options_header(content_type)
    if kind != KIND:
        return None
    boundary = options.get(b"boundary", b"")
    if not 0 < len(boundary) <= LONGEST_BOUNDARY:
        raise Unreadable("The form does not say what stands between its parts.")
    return boundary


async def parts(chunks: AsyncIterator[bytes], boundary: bytes) -> AsyncIterator[Part]:
    """The parts of a body in their order. Raises Unreadable, and what the chunks raise."""
    read = _events(chunks, boundary)
    async for headers in read:
        assert isinstance(headers, dict), "a part begins with its headers"
        part = Part(*_named(headers), content=_content(read))
        yield part
        async for _ in part.content:
            pass  # what its reader left


Headers = dict[str, bytes]
Event = Headers | bytes | None
"""A part's headers, a piece of what it holds, or its end."""


async def _content(read: AsyncIterator[Event]) -> AsyncIterator[bytes]:
    async for event in read:
        if event is None:
            return
        assert isinstance(event, bytes)
        yield event


async def _events(chunks: AsyncIterator[bytes], boundary: bytes) -> AsyncIterator[Event]:
    """What the parser finds, as it finds it."""
    found = _Found()
    parser = MultipartParser(boundary, found.callbacks())
    async for chunk in chunks:
        try:
            parser.write(chunk)
        except FormParserError:
            raise Unreadable("The form cannot be read.") from None
        for event in found.taken():
            yield event
    if not found.whole:
        raise Unreadable("The form breaks off.")


class _Found:
    """What the parser has called back about."""

    def __init__(self) -> None:
        self.whole = False
        self._events: list[Event] = []
        self._headers: Headers = {}
        self._field = self._value = b""

    def taken(self) -> list[Event]:
        """What was found since this was asked last."""
        taken, self._events = self._events, []
        return taken

    def callbacks(self) -> "MultipartCallbacks":
        """What the parser calls."""
        return {
            "on_part_begin": self._part_begins,
            "on_header_field": self._field_goes_on,
            "on_header_value": self._value_goes_on,
            "on_header_end": self._header_ends,
            "on_headers_finished": lambda: self._events.append(self._headers),
            "on_part_data": lambda data, start, end: self._events.append(data[start:end]),
            "on_part_end": lambda: self._events.append(None),
            "on_end": self._ends,
        }

    def _part_begins(self) -> None:
        self._headers = {}

    def _field_goes_on(self, data: bytes, start: int, end: int) -> None:
        self._field += data[start:end]

    def _value_goes_on(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_ends(self) -> None:
        self._headers[self._field.decode("latin-1").lower()] = self._value
        self._field = self._value = b""

    def _ends(self) -> None:
        self.whole = True


def _named(headers: Headers) -> tuple[str, str | None, str | None]:
    """A part's name, its file's name and its media type."""
    disposition = headers.get("content-disposition", b"")
    if disposition.replace(b"\\\\", b"").replace(b'\\"', b"").count(b'"') % 2:
        raise Unreadable("The form has a name that does not end.")
    kind, options = parse_options_header(disposition)
    if kind != b"form-data" or b"name" not in options:
        raise Unreadable("The form has a part without a name.")
    filename = options.get(b"filename")
    media_type = headers.get("content-type")
    return (
        _plain(options[b"name"]),
        None if filename is None else _plain(filename),
        None if media_type is None else media_type.decode("latin-1").strip(),
    )


def _plain(value: bytes) -> str:
    """A name as its sender meant it: browsers code what would end it (HTML, multipart/form-data)."""
    try:
        name = value.decode()
    except UnicodeDecodeError:
        raise Unreadable("The form is not in UTF-8.") from None
    for coded, plain in _CODED:
        name = name.replace(coded, plain)
    return name
