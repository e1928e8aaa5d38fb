"""Opaque list cursors: the place of the last row that was given, signed for the list that gave it."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from datetime import date, datetime
from hashlib import blake2b
from hmac import compare_digest
from typing import Any
from uuid import UUID

from shared.http.errors import Invalid, place

LONGEST_CURSOR = 2_000  # characters
SIGNATURE_BYTES = 12

_READ: dict[str, Callable[[Any], Any]] = {
    "uuid": UUID,
    "instant": datetime.fromisoformat,
    "date": date.fromisoformat,
    "plain": lambda value: value,
}


def seal(values: tuple[Any, ...], *, of: str, secret: str) -> str:
    """The cursor for a place. of: the list that gives it; another list refuses it."""
    payload = json.dumps([_written(value) for value in values], separators=(",", ":")).encode()
    return urlsafe_b64encode(_signature(payload, of, secret) + payload).decode().rstrip("=")


def unseal(cursor: str, *, of: str, secret: str) -> tuple[Any, ...]:
    """The place of a cursor that this list gave. Raises Invalid, naming the parameter."""
    try:
        if len(cursor) > LONGEST_CURSOR:
            raise ValueError
        sealed = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        signature, payload = sealed[:SIGNATURE_BYTES], sealed[SIGNATURE_BYTES:]
        if not compare_digest(signature, _signature(payload, of, secret)):
            raise ValueError
    except ValueError:
        raise Invalid(errors=[place("query", "cursor", msg="This list gave no such cursor", code="cursor")]) from None
    return tuple(_READ[kind](value) for kind, value in json.loads(payload))


def _written(value: Any) -> tuple[str, Any]:
    if isinstance(value, UUID):
        return "uuid", str(value)
    if isinstance(value, datetime):
        return "instant", value.isoformat()
    if isinstance(value, date):
        return "date", value.isoformat()
    if value is None or isinstance(value, str | int | float | bool):
        return "plain", value
    raise TypeError(f"A list cannot be ordered by {type(value).__name__}.")


def _signature(payload: bytes, of: str, secret: str) -> bytes:
    key = blake2b(secret.encode(), digest_size=32, person=b"cursor").digest()
    return blake2b(of.encode() + b"\0" + payload, digest_size=SIGNATURE_BYTES, key=key).digest()
