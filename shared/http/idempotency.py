"""Idempotency-Key: a POST or PATCH that was answered is answered the same again, and done once.

The answer is stored in the write's own transaction, so that either both are there or neither. Only 2xx
are kept: an error rolled everything back and may be tried again. The order is lock, look, do, keep; the
look has a statement of its own, since a statement's snapshot is older than the lock it waits for.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

from sqlalchemy import Index, LargeBinary, SmallInteger, Text, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field
from starlette.responses import Response

from shared.db.base import Platform
from shared.events.cause import Cause
from shared.http.errors import IdempotencyKeyReused, Invalid, RequestInFlight, place

KEPT_HOURS = 24
LONGEST = 255  # characters of a key
KEPT_HEADERS = ("content-type", "location", "etag")
REPLAYED = "idempotency-replayed"

_TRY_LOCK = text("SELECT pg_try_advisory_xact_lock(:lock)")
_LOOK = text(
    "SELECT digest, status, headers, body FROM idempotency_key"
    " WHERE principal = :principal AND method = :method AND path = :path AND key = :key"
)
_KEEP = text(
    "INSERT INTO idempotency_key (principal, method, path, key, digest, status, headers, body)"
    " VALUES (:principal, :method, :path, :key, :digest, :status, CAST(:headers AS jsonb), :body)"
)
_PURGE = text(
    "DELETE FROM idempotency_key WHERE ctid = ANY (ARRAY("
    "SELECT ctid FROM idempotency_key WHERE created_at < now() - make_interval(hours => :hours)"
    " LIMIT :most))"
)


class IdempotencyKeyRow(Platform, table=True):
    """One answered request."""

    __tablename__ = "idempotency_key"
    __table_args__ = (Index("ix_idempotency_key_created_at", "created_at"),)

    principal: str = Field(primary_key=True, sa_type=Text)
    method: str = Field(primary_key=True, sa_type=Text)
    path: str = Field(primary_key=True, sa_type=Text)
    key: str = Field(primary_key=True, sa_type=Text)
    digest: bytes = Field(sa_type=LargeBinary)
    status: int = Field(sa_type=SmallInteger)
    headers: dict[str, Any] = Field(sa_type=JSONB)
    body: bytes = Field(sa_type=LargeBinary)
    created_at: datetime = Field(sa_column_kwargs={"server_default": func.now()})


@dataclass(frozen=True, slots=True)
class Attempt:
    """A request that carries a key. digest: what it asks for, to tell another request with its key."""

    principal: str
    method: str
    path: str
    key: str
    digest: bytes

    @property
    def lock(self) -> int:
        """The advisory lock's number: 64 bits of a digest over everything that makes the key one key."""
        whole = "\0".join((self.principal, self.method, self.path, self.key)).encode()
        return int.from_bytes(blake2b(whole, digest_size=8, person=b"idempotency").digest(), "big", signed=True)


class ShownOnce(Response):
    """An answer with a secret in it. kept: its body without, which is stored and answered from then on."""

    def __init__(self, answer: Response, kept: bytes) -> None:
        super().__init__(answer.body, answer.status_code, dict(answer.headers), answer.media_type)
        self.kept = kept


def key_of(header: str | None) -> str | None:
    """The request's key. Raises Invalid for one that is not 1 to 255 printable ASCII characters."""
    if header is None:
        return None
    if 1 <= len(header) <= LONGEST and header.isascii() and header.isprintable():
        return header
    raise Invalid(
        errors=[
            place(
                "header",
                "Idempotency-Key",
                msg=f"A key has 1 to {LONGEST} printable ASCII characters",
                code="idempotency_key",
            )
        ]
    )


def digest(query: bytes, raw: bytes, parsed: Any) -> bytes:
    """What a request asks for: its query and its body, where keys in another order are the same body."""
    body = raw if parsed is None else json.dumps(parsed, sort_keys=True, separators=(",", ":")).encode()
    return blake2b(query + b"\0" + body, digest_size=32).digest()


async def once(session: AsyncSession, attempt: Attempt, do: Callable[[], Awaitable[Response]]) -> Response:
    """The answer that was given before, or else what `do` answers now, kept for the next time.

    Raises RequestInFlight and IdempotencyKeyReused.
    """
    given = await _given(session, attempt)
    if given is not None:
        return given
    answer = await do()
    await _keep(session, attempt, answer)
    return answer


async def _given(session: AsyncSession, attempt: Attempt) -> Response | None:
    """The answer that was given before, or None, and then this transaction holds the key's lock."""
    if not (await session.execute(_TRY_LOCK, {"lock": attempt.lock})).scalar_one():
        raise RequestInFlight(retry_after=1)
    found = (await session.execute(_LOOK, _identity(attempt))).one_or_none()
    if found is None:
        return None
    if found.digest != attempt.digest:
        raise IdempotencyKeyReused
    answer = Response(content=found.body, status_code=found.status)
    for name, value in found.headers.items():
        answer.headers[name] = value
    answer.headers[REPLAYED] = "true"
    return answer


async def _keep(session: AsyncSession, attempt: Attempt, answer: Response) -> None:
    """Store a 2xx answer in the transaction that it reports; streams are not kept, nor secrets that it shows."""
    if not 200 <= answer.status_code < 300 or not isinstance(getattr(answer, "body", None), bytes):
        return
    headers = {name: answer.headers[name] for name in KEPT_HEADERS if name in answer.headers}
    await session.execute(
        _KEEP,
        {
            **_identity(attempt),
            "digest": attempt.digest,
            "status": answer.status_code,
            "headers": json.dumps(headers),
            "body": answer.kept if isinstance(answer, ShownOnce) else answer.body,
        },
    )


async def purge(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Delete answers that are older than 24 hours by the database's time; answers how many."""
    gone = await session.execute(_PURGE, {"hours": KEPT_HOURS, "most": at_most})
    return int(getattr(gone, "rowcount", 0))


def _identity(attempt: Attempt) -> dict[str, str]:
    return {
        "principal": attempt.principal,
        "method": attempt.method,
        "path": attempt.path,
        "key": attempt.key,
    }
