"""Making, revoking and verifying API keys.

A key is `so_<prefix>_<secret>` with 160 random bits. So many need no slow hash: a keyed BLAKE2b costs a
microsecond, where argon2 would cost 190 ms a request, and is of no use without SECRET_KEY.
"""

import asyncio
import re
import secrets
from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b
from hmac import compare_digest
from time import monotonic
from uuid import UUID

import structlog
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.db.session import Database
from shared.events.cause import Cause
from shared.features.access import queries
from shared.features.access.models import ApiKey
from shared.features.audit import service as audit
from shared.http.principal import Principal
from shared.ops.clock import Clock

FORM = re.compile(r"so_([a-z0-9]{4,16})_([A-Za-z0-9]{32,128})")
SCOPE = re.compile(r"\*|[a-z0-9_-]+:[a-z0-9_*-]+(:[a-z0-9_*-]+)?")
KEPT_SECONDS = 1.0  # how long a revoked key may still be taken for valid
USE_NOTED_EVERY = 60.0  # seconds

_NOTE_USE = text(
    "UPDATE api_key SET last_used_at = now() WHERE prefix = :prefix"
    " AND (last_used_at IS NULL OR last_used_at < now() - make_interval(secs => :every))"
)

log = structlog.get_logger("access")


class KeyTaken(ValueError):
    """Another key has this prefix."""


def new_key() -> str:
    """A fresh key in plain text: it is shown once and stored nowhere."""
    return f"so_{secrets.token_hex(4)}_{secrets.token_hex(20)}"


async def create_key(
    session: AsyncSession,
    cause: Cause,
    *,
    name: str,
    scopes: Sequence[str],
    secret_key: str,
    expires_at: datetime | None = None,
    secret: str | None = None,
    staff_id: UUID | None = None,
) -> tuple[ApiKey, str]:
    """Make a key; answers its row and, this once, the key in plain text.

    scopes: `<service>:<resource>:<read|write>`, where `*` stands for any part, or `*` alone.
    secret_key: SECRET_KEY, with which the stored digest is keyed.
    secret: a key made elsewhere by `new_key`, so that several services take the same one; a second call
    with it answers the row that is there.
    Raises ValueError for a malformed key or scope, KeyTaken.
    """
    plain = secret or new_key()
    parts = FORM.fullmatch(plain)
    if parts is None:
        raise ValueError("A key has the form so_<prefix>_<secret>, with a secret of at least 32 characters.")
    for scope in scopes:
        if not SCOPE.fullmatch(scope):
            raise ValueError(f"Not a scope: {scope}")
    digest = hashed(plain, secret_key)
    held = await queries.by_prefix(session, parts[1])
    if held is not None:
        if compare_digest(held.hash, digest) and held.revoked_at is None:
            return held, plain
        raise KeyTaken("Another key has this prefix.")
    row = ApiKey(
        prefix=parts[1],
        hash=digest,
        name=name,
        scopes=list(scopes),
        staff_id=staff_id,
        created_at=cause.at,
        expires_at=expires_at,
    )
    session.add(row)
    await audit.record(
        session,
        cause,
        action="api_key.create",
        entity="api_key",
        entity_id=row.id,
        after={"prefix": row.prefix, "scopes": row.scopes, "expires_at": expires_at},
    )
    return row, plain


async def revoke_key(session: AsyncSession, cause: Cause, prefix: str, *, reason: str | None = None) -> bool:
    """End a key; within a second no process takes it any more. Answers whether there was one to end."""
    row = await session.scalar(select(ApiKey).where(col(ApiKey.prefix) == prefix).with_for_update())
    if row is None or row.revoked_at is not None:
        return False
    row.revoked_at = cause.at
    await audit.record(
        session,
        cause,
        action="api_key.revoke",
        entity="api_key",
        entity_id=row.id,
        after={"revoked_at": cause.at},
        reason=reason,
    )
    return True


def hashed(plain: str, secret_key: str) -> bytes:
    """What is stored of a key."""
    key = blake2b(secret_key.encode(), digest_size=32, person=b"api_key").digest()
    return blake2b(plain.encode(), digest_size=32, key=key).digest()


UNKNOWN = bytes(32)
"""What the digest of a key with an unknown prefix is compared with: no key has this one."""


class _Held:
    """A key's row as it was read, and what it makes of its bearer."""

    __slots__ = ("expires_at", "hash", "prefix", "principal", "revoked", "until")

    def __init__(self, row: ApiKey) -> None:
        self.prefix = row.prefix
        self.hash = row.hash
        self.expires_at = row.expires_at
        self.revoked = row.revoked_at is not None
        self.until = monotonic() + KEPT_SECONDS
        self.principal = Principal(kind="key", id=row.prefix, scopes=frozenset(row.scopes), staff_id=row.staff_id)


class Keys:
    """Verifies keys for the HTTP door. It asks the database once a second for each valid key in use.

    What is not valid is asked for every time: a wrong key takes the same steps whether its prefix exists or
    not, so that no clock tells which do.
    """

    def __init__(self, database: Database, *, secret_key: str, clock: Clock) -> None:
        self._database = database
        self._hashing_key = blake2b(secret_key.encode(), digest_size=32, person=b"api_key").digest()
        self._clock = clock
        self._held: dict[bytes, _Held] = {}
        self._reading: dict[str, asyncio.Task[_Held | None]] = {}
        self._noted: dict[str, float] = {}
        self._noting: set[asyncio.Task[None]] = set()

    async def verify(self, plain: str) -> Principal | None:
        """Whose key this is; None where it is not valid, not valid any more, or unknown."""
        parts = FORM.fullmatch(plain)
        if parts is None:
            return None
        digest = blake2b(plain.encode(), digest_size=32, key=self._hashing_key).digest()
        held = self._held.get(digest)  # by a keyed digest, which nobody can steer towards another's
        if held is None or held.until < monotonic():
            held = await self._read_once(parts[1])
            matches = compare_digest(UNKNOWN if held is None else held.hash, digest)
            if held is None or not matches or held.revoked:
                self._held.pop(digest, None)
                return None
            self._held[digest] = held
        if held.expires_at is not None and held.expires_at <= self._clock():
            self._held.pop(digest, None)
            return None
        self._note_use(held.prefix)
        return held.principal

    async def close(self) -> None:
        """Wait for what is still being written."""
        await asyncio.gather(*self._noting, return_exceptions=True)

    async def _read_once(self, prefix: str) -> _Held | None:
        """Read a key's row; those who ask meanwhile wait for the same answer."""
        task = self._reading.get(prefix)
        if task is None:
            task = self._reading[prefix] = asyncio.create_task(self._read(prefix))
            task.add_done_callback(lambda _: self._reading.pop(prefix, None))
        return await asyncio.shield(task)

    async def _read(self, prefix: str) -> _Held | None:
        async with self._database.session() as session:
            row = await queries.by_prefix(session, prefix)
        return None if row is None else _Held(row)

    def _note_use(self, prefix: str) -> None:
        now = monotonic()
        if now - self._noted.get(prefix, -USE_NOTED_EVERY) < USE_NOTED_EVERY:
            return
        self._noted[prefix] = now
        task = asyncio.create_task(self._write_use(prefix))
        self._noting.add(task)
        task.add_done_callback(self._noting.discard)

    async def _write_use(self, prefix: str) -> None:
        """Outside the request's transaction: requests of one key would wait for one another's row."""
        try:
            async with self._database.session() as session, session.begin():
                await session.execute(_NOTE_USE, {"prefix": prefix, "every": USE_NOTED_EVERY})
        except Exception as error:
            log.warning("key.use_not_noted", error=type(error).__name__)
