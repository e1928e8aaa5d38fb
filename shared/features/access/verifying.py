"""Verifying API keys, for the HTTP door."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from hmac import compare_digest
from time import monotonic

import structlog
from sqlalchemy import text

from shared.db.session import Database
from shared.features.access import queries
from shared.features.access.models import ApiKey
from shared.features.access.service import FORM, hashed, hashing_key
from shared.http.principal import Principal
from shared.ops.clock import Clock

KEPT_SECONDS = 1.0  # how long a key that was revoked, rotated or cut short may still be taken for what it was
USE_NOTED_EVERY = 60.0  # seconds

_NOTE_USE = text(
    "UPDATE api_key SET last_used_at = now() WHERE prefix = :prefix"
    " AND (last_used_at IS NULL OR last_used_at < now() - make_interval(secs => :every))"
)

log = structlog.get_logger("access")

UNKNOWN = bytes(32)
"""What a digest is compared with where there is none: no key has this one."""


@dataclass(frozen=True, slots=True)
class _Held:
    """What a key makes of its bearer, and until when. ends_at: of the secret that was shown."""

    principal: Principal
    ends_at: datetime | None
    until: float


class Keys:
    """Verifies keys for the HTTP door. It asks the database once a second for each valid key in use.

    What is not valid is asked for every time: a wrong key takes the same steps whether its prefix exists or
    not, so that no clock tells which do.
    """

    def __init__(self, database: Database, *, secret_key: str, clock: Clock) -> None:
        self._database = database
        self._hashing_key = hashing_key(secret_key)
        self._clock = clock
        self._held: dict[bytes, _Held] = {}
        self._reading: dict[str, asyncio.Task[ApiKey | None]] = {}
        self._noted: dict[str, float] = {}
        self._noting: set[asyncio.Task[None]] = set()

    async def verify(self, plain: str) -> Principal | None:
        """Whose key this is; None where it is not valid, not valid any more, or unknown."""
        parts = FORM.fullmatch(plain)
        if parts is None:
            return None
        return await self._verified(parts[1], hashed(plain, self._hashing_key), as_stored)

    async def begin_session(self, plain: str) -> tuple[Principal, bytes] | None:
        """Whose key this is, and what proves later that its bearer knew it; None where `verify` says so."""
        principal = await self.verify(plain)
        return None if principal is None else (principal, proof_of(hashed(plain, self._hashing_key)))

    async def verify_session(self, prefix: str, proof: bytes) -> Principal | None:
        """Whose key was shown when a session began; None once it is not valid any more, or has another secret."""
        return await self._verified(prefix, proof, proof_of)

    async def _verified(self, prefix: str, shown: bytes, made: Callable[[bytes], bytes]) -> Principal | None:
        """made: what is shown of a key, from what is stored of it."""
        held = self._held.get(shown)  # by a keyed digest, which nobody can steer towards another's
        if held is None or held.until < monotonic():
            held = _opened(await self._read_once(prefix), shown, made)
            if held is None:
                self._held.pop(shown, None)
                return None
            self._held[shown] = held
        if held.ends_at is not None and held.ends_at <= self._clock():
            self._held.pop(shown, None)
            return None
        self._note_use(held.principal.id)
        return held.principal

    async def close(self) -> None:
        """Wait for what is still being written."""
        await asyncio.gather(*self._noting, return_exceptions=True)

    async def _read_once(self, prefix: str) -> ApiKey | None:
        """Read a key's row; those who ask meanwhile wait for the same answer."""
        task = self._reading.get(prefix)
        if task is None:
            task = self._reading[prefix] = asyncio.create_task(self._read(prefix))
            task.add_done_callback(lambda _: self._reading.pop(prefix, None))
        return await asyncio.shield(task)

    async def _read(self, prefix: str) -> ApiKey | None:
        async with self._database.session() as session:
            return await queries.by_prefix(session, prefix)

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


def as_stored(stored: bytes) -> bytes:
    """What a key itself shows: the digest that is stored."""
    return stored


def proof_of(stored: bytes) -> bytes:
    """What a session shows of a key: nothing that opens the API, and another secret has another."""
    return blake2b(stored, digest_size=24, person=b"session").digest()


def _opened(row: ApiKey | None, shown: bytes, made: Callable[[bytes], bytes]) -> _Held | None:
    """What the row makes of who showed this of a secret: both its secrets are always compared."""
    now_valid = compare_digest(made(UNKNOWN if row is None else row.hash), shown)
    rotated_out = compare_digest(made((None if row is None else row.previous_hash) or UNKNOWN), shown)
    if row is None or row.revoked_at is not None or not (now_valid or rotated_out):
        return None
    ends = [row.expires_at] if now_valid else [row.expires_at, row.previous_expires_at]
    return _Held(
        principal=Principal(
            kind="key", id=row.prefix, scopes=row.grants, staff_id=row.staff_id, unlimited=row.unlimited
        ),
        ends_at=min((end for end in ends if end is not None), default=None),
        until=monotonic() + KEPT_SECONDS,
    )
