"""The rows of an import, out of a window of its bytes: CSV (RFC 4180) and JSON Lines, in UTF-8.

A row that cannot be read costs itself alone: reading goes on at the line after the one in which it begins. So a
quote that is never closed does not swallow the file.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

LONGEST_ROW = 1_048_576  # bytes
MOST_COLUMNS = 500
DELIMITERS = ",;\t"
BOM = b"\xef\xbb\xbf"

_BLANK = re.compile(rb"[\r\n]*")

csv.field_size_limit(LONGEST_ROW)  # a row's limit is what holds; the module's own is 131,072


class Unreadable(Exception):
    """Why a row or a header cannot be read: a code for programs, and words."""

    def __init__(self, code: str, said: str) -> None:
        super().__init__(said)
        self.code = code
        self.said = said


class _MoreNeeded(Exception):
    """The row goes on behind the window."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ends_at: where in the window it does. content: a CSV row's cells, or a line of JSON.

    Without content and fault it is only as far as there was nothing to read. cut: the rest of its line, which is too
    long, lies behind the window.
    """

    ends_at: int
    content: list[str] | bytes | None = None
    fault: Unreadable | None = None
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """A CSV file's first row. ends_at: where it does."""

    delimiter: str
    names: list[str]
    ends_at: int


TOO_LONG = Unreadable("row_too_long", f"A row has at most {LONGEST_ROW} bytes; perhaps a quote is never closed")
NOT_UTF8 = Unreadable("not_utf8", "The text must be UTF-8")
HAS_NUL = Unreadable("text_nul", "Text must not contain the NUL character")
BROKEN = Unreadable("broken_row", "A quote is not closed, or something follows a closed one")


def begins_at(head: bytes) -> int:
    """Where the text begins, behind a byte order mark. Raises Unreadable for UTF-16 and for nothing at all."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:4]:
        raise Unreadable("utf_16", "The file is UTF-16; save it as UTF-8")
    start = len(BOM) if head.startswith(BOM) else 0
    if not head[start:].strip():
        raise Unreadable("empty", "There is nothing in it")
    return start


def header(head: bytes, *, whole: bool) -> Header:
    """The first row of a CSV file and its delimiter: of comma, semicolon and tab the one that makes most columns.

    head: the file's first bytes. whole: there are no others. Raises Unreadable.
    """
    start = _BLANK.match(head, begins_at(head)).end()  # type: ignore[union-attr]
    found: Header | None = None
    for delimiter in DELIMITERS:
        row = next(csv_rows(head, start, delimiter=delimiter, whole=whole), None)
        if row is None or row.fault is not None:
            continue
        names = [name.strip() for name in row.content or () if isinstance(name, str)]
        if found is None or len(names) > len(found.names):
            found = Header(delimiter, names, row.ends_at)
    if found is None or len(found.names) > MOST_COLUMNS:
        raise Unreadable("header", f"The first row must name the columns, {MOST_COLUMNS} at most, in UTF-8")
    return found


def csv_rows(window: bytes, start: int, *, delimiter: str, whole: bool) -> Iterator[Row]:
    """The rows of CSV from an offset on, as far as they end within the window. whole: nothing follows it."""

    def read(lines: "_Lines") -> list[str]:
        try:
            return next(csv.reader(lines, delimiter=delimiter, strict=True))
        except csv.Error:
            raise BROKEN from None

    return _rows(window, start, read, whole=whole)


def json_lines(window: bytes, start: int, *, whole: bool) -> Iterator[Row]:
    """The lines of JSON from an offset on, likewise."""
    return _rows(window, start, lambda lines: next(lines).strip().encode(), whole=whole)


def behind_the_line(window: bytes) -> int:
    """Where the line ends of which the window holds the rest; the window's end, if it goes on."""
    return window.find(b"\n") + 1 or len(window)


def _rows(window: bytes, start: int, read: "Callable[[_Lines], list[str] | bytes]", *, whole: bool) -> Iterator[Row]:
    while True:
        begins = _BLANK.match(window, start).end()  # type: ignore[union-attr]
        if begins == len(window):
            if begins > start:
                yield Row(begins)
            return
        lines = _Lines(window, begins, whole=whole)
        try:
            content = read(lines)
        except _MoreNeeded:
            return
        except Unreadable as fault:
            start = window.find(b"\n", begins) + 1
            if not start:  # a line of which the window does not hold the end
                yield Row(len(window), fault=fault, cut=not whole)
                return
            yield Row(start, fault=fault)
        else:
            start = lines.at
            yield Row(start, content)


class _Lines:
    """The lines of one row, as csv.reader asks for them."""

    def __init__(self, window: bytes, start: int, *, whole: bool) -> None:
        self._window = window
        self._start = start
        self._whole = whole
        self.at = start

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        end = self._window.find(b"\n", self.at, self._start + LONGEST_ROW) + 1
        if not end:
            if len(self._window) - self._start > LONGEST_ROW:
                raise TOO_LONG
            if not self._whole:
                raise _MoreNeeded
            if self.at == len(self._window):
                raise StopIteration
            end = len(self._window)
        line = self._window[self.at : end]
        self.at = end
        if b"\0" in line:
            raise HAS_NUL
        try:
            return line.decode()
        except UnicodeDecodeError:
            raise NOT_UTF8 from None
