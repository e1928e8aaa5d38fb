"""Reading a request's body: bounded, JSON, and nothing in it that PostgreSQL or the endpoint would trip over.

The usual body is parsed once and scanned for three byte strings. Only a body that the parser refused, or
that looks deep or holds an escaped NUL, is walked to say where it is wrong.
"""

import asyncio
import json
import math
from collections.abc import AsyncIterator
from typing import Any

from pydantic_core import from_json
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope

from shared.http.errors import Invalid, NotJson, Place, Problem, TooLarge, TooSlow, Unreadable, place
from shared.http.fields import DEEPEST, INT64

LARGEST_BODY = 1_048_576  # bytes
LONGEST_SECONDS = 30.0  # for a whole body to arrive; before a transaction is begun
MOST_PLACES = 50  # named in one problem
LONGEST_KEY = 100  # characters of a key in a place
ESCAPED_NUL = b"\\u0000"
JSON = "application/json"


async def read(scope: Scope, receive: Receive, *, most: int = LARGEST_BODY) -> bytes:
    """The whole body, of at most `most` bytes, whether or not its length was announced.

    Raises TooLarge as soon as that is known, TooSlow, NotJson for a body that is coded (nothing is unpacked,
    so nothing small becomes large), Unreadable, and ClientDisconnect.
    """
    refuse_announced(scope, most)
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            return await _received(receive, most)
    except TimeoutError:
        # What still comes belongs to no request any more.
        raise TooSlow(headers={"Connection": "close"}) from None


def refuse_announced(scope: Scope, most: int) -> None:
    """Refuse a body for what its headers say of it. Raises NotJson, TooLarge, Unreadable."""
    refuse_coded(scope)
    announced = header(scope, b"content-length")
    if announced is not None and (not announced.isdigit() or int(announced[:20]) > most):
        if not announced.isdigit():
            raise Unreadable
        raise TooLarge(f"A body has at most {most} bytes.")


def refuse_coded(scope: Scope) -> None:
    """Nothing is unpacked. Raises NotJson."""
    coding = header(scope, b"content-encoding")
    if coding is not None and coding.strip().lower() not in ("", "identity"):
        raise NotJson("Send it without a Content-Encoding.")


async def _received(receive: Receive, most: int) -> bytes:
    message = await receive()
    if message["type"] == "http.request" and not message.get("more_body", False):
        whole: bytes = message.get("body", b"")
        if len(whole) > most:
            raise TooLarge(f"A body has at most {most} bytes.")
        return whole
    body = bytearray()
    while True:
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        if len(body) > most:
            raise TooLarge(f"A body has at most {most} bytes.")
        if not message.get("more_body", False):
            return bytes(body)
        message = await receive()


async def chunks(receive: Receive) -> AsyncIterator[bytes]:
    """A body of any length as it comes. Raises ClientDisconnect."""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        more = message.get("more_body", False)
        yield message.get("body", b"")


def header(scope: Scope, name: bytes) -> str | None:
    """The first header of this lower-case name."""
    for key, value in scope["headers"]:
        if key == name:
            return str(value, "latin-1")
    return None


def parse(raw: bytes, content_type: str | None) -> Any:
    """What a JSON body says. Raises NotJson, Unreadable or Invalid."""
    if content_type != JSON and not _is_json(content_type):
        raise NotJson("Send it as application/json.")
    try:
        value = from_json(raw, allow_inf_nan=False)
    except ValueError:
        raise _refusal(raw) from None
    if raw.count(b"{") + raw.count(b"[") > DEEPEST or ESCAPED_NUL in raw:
        _refuse(_places(value))
    return value


def _is_json(content_type: str | None) -> bool:
    kind = (content_type or "").partition(";")[0].strip().lower()
    return kind == JSON or (kind.startswith("application/") and kind.endswith("+json"))


def _refusal(raw: bytes) -> Problem:
    """Why the parser refused it: Invalid where it is JSON in form, else Unreadable."""
    try:
        value = json.loads(raw.decode(), parse_int=_integer)
    except RecursionError:
        return _invalid([_too_deep(())])
    except ValueError:
        return Unreadable("The body is no JSON in UTF-8.")
    places = _places(value)
    return _invalid(places) if places else Unreadable("The body is no JSON in UTF-8.")


def _integer(digits: str) -> int | float:
    # int() refuses more than 4,300 digits, and takes long for fewer; an infinity is refused all the same.
    return int(digits) if len(digits) <= 20 else math.inf


def _places(value: Any) -> list[Place]:
    """Every place that cannot be stored, breadth first."""
    found: list[Place] = []
    level: list[tuple[tuple[str | int, ...], Any]] = [((), value)]
    for depth in range(DEEPEST + 1):
        below: list[tuple[tuple[str | int, ...], Any]] = []
        for path, item in level:
            if isinstance(item, str):
                found.extend(_text_places(path, item))
            elif isinstance(item, float) and not math.isfinite(item):
                found.append(place("body", *path, msg="A number must be finite and fit", code="number_range"))
            elif isinstance(item, int) and not -INT64 - 1 <= item <= INT64:
                found.append(place("body", *path, msg="An integer has at most 64 bits", code="number_range"))
            elif isinstance(item, dict | list):
                if depth == DEEPEST:
                    return [_too_deep(path)]
                if isinstance(item, list):
                    below.extend(((*path, index), part) for index, part in enumerate(item))
                    continue
                for key, part in item.items():
                    found.extend(_text_places((*path, _shown(key)), key))
                    below.append(((*path, _shown(key)), part))
        if not below or len(found) >= MOST_PLACES:
            break
        level = below
    return found[:MOST_PLACES]


def _text_places(path: tuple[str | int, ...], text: str) -> list[Place]:
    if "\x00" in text:
        return [place("body", *path, msg="Text must not contain the NUL character", code="text_nul")]
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            return [place("body", *path, msg="Text must be valid Unicode", code="text_surrogate")]
    return []


def _too_deep(path: tuple[str | int, ...]) -> Place:
    return place("body", *path[:DEEPEST], msg=f"JSON may be nested {DEEPEST} deep", code="json_depth")


def _shown(key: str) -> str:
    return key[:LONGEST_KEY].encode("utf-8", "replace").decode().replace("\x00", "?")


def _refuse(places: list[Place]) -> None:
    if places:
        raise _invalid(places)


def _invalid(places: list[Place]) -> Invalid:
    return Invalid("It holds something that cannot be kept.", errors=places)
