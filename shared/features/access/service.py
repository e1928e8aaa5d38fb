"""Making, rotating, changing and revoking API keys. `verifying` lets them in.

A key is `so_<prefix>_<secret>` with 160 random bits. So many need no slow hash: a keyed BLAKE2b costs a
microsecond, where argon2 would cost 190 ms a request, and is of no use without SECRET_KEY.
"""

import re
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from hmac import compare_digest
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.events.cause import Cause
from shared.features.access import granting, queries
from shared.features.access.models import ApiKey
from shared.features.access.schemas import SCOPE_FORM, ApiKeyIn, ApiKeyPatch, Changed, RotateIn
from shared.features.audit import service as audit
from shared.http import etags, merge_patch
from shared.http.errors import Invalid, place
from shared.http.principal import Principal

FORM = re.compile(r"so_([a-z0-9]{4,16})_([A-Za-z0-9]{32,128})")
SCOPE = re.compile(SCOPE_FORM)


class KeyTaken(ValueError):
    """Another key has this prefix."""


def new_key(prefix: str | None = None) -> str:
    """A fresh key in plain text: it is shown once and stored nowhere. prefix: of a key that gets another secret."""
    return f"so_{prefix or secrets.token_hex(4)}_{secrets.token_hex(20)}"


def hashing_key(secret_key: str) -> bytes:
    """What keys the digests, made of SECRET_KEY."""
    return blake2b(secret_key.encode(), digest_size=32, person=b"api_key").digest()


def hashed(plain: str, key: bytes) -> bytes:
    """What is stored of a key. key: of `hashing_key`."""
    return blake2b(plain.encode(), digest_size=32, key=key).digest()


async def create_key(
    session: AsyncSession,
    cause: Cause,
    *,
    name: str,
    scopes: Sequence[str],
    secret_key: str,
    roles: Sequence[str] = (),
    expires_at: datetime | None = None,
    secret: str | None = None,
    staff_id: UUID | None = None,
    unlimited: bool = False,
    reason: str | None = None,
) -> tuple[ApiKey, str]:
    """Make a key, whoever asks; answers its row and, this once, the key in plain text.

    scopes: `<service>:<resource>:<read|write>`, where `*` stands for any part, or `*` alone.
    secret_key: SECRET_KEY, with which the stored digest is keyed.
    secret: a key made elsewhere by `new_key`, so that several services take the same one; a second call
    with it answers the row that is there.
    unlimited: RATE_LIMIT does not hold for it.
    Raises ValueError for a malformed key or scope, KeyTaken.
    """
    plain = secret or new_key()
    parts = FORM.fullmatch(plain)
    if parts is None:
        raise ValueError("A key has the form so_<prefix>_<secret>, with a secret of at least 32 characters.")
    for scope in scopes:
        if not SCOPE.fullmatch(scope):
            raise ValueError(f"Not a scope: {scope}")
    digest = hashed(plain, hashing_key(secret_key))
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
        roles=list(roles),
        staff_id=staff_id,
        unlimited=unlimited,
        created_at=cause.at,
        created_by=cause.actor,
        expires_at=expires_at,
        version=1,
    )
    session.add(row)
    told = ("prefix", "name", "scopes", "roles", "staff_id", "unlimited", "expires_at")
    await audit.record_row(session, cause, "create", row, {}, audit.state_of(row, *told), reason)
    return row, plain


async def create(
    session: AsyncSession, cause: Cause, body: ApiKeyIn, *, asker: Principal, service: str, secret_key: str
) -> tuple[ApiKey, str]:
    """Make a key that may at most what the asker may; answers its row and, this once, the key in plain text.

    Raises Invalid for a scope of another service or an end that has passed, ExceedsAsker, ActsForAnother.
    """
    granting.refuse_foreign(body.scopes, service)
    if body.expires_at is not None and body.expires_at <= cause.at:
        raise Invalid(errors=[place("body", "expires_at", msg="It has passed", code="expired")])
    granting.refuse_more_than(asker, body.scopes, body.roles, service)
    granting.refuse_acting_for(asker, body.staff_id)
    return await create_key(
        session,
        cause,
        name=body.name,
        scopes=body.scopes,
        roles=body.roles,
        staff_id=body.staff_id,
        expires_at=body.expires_at,
        reason=body.reason,
        secret_key=secret_key,
    )


async def rotate(
    session: AsyncSession,
    cause: Cause,
    key_id: UUID,
    body: RotateIn,
    expected: int | None,
    *,
    asker: Principal,
    service: str,
    secret_key: str,
) -> tuple[ApiKey, str]:
    """Give a key a new secret; the old one opens beside it for the grace period, one before that no more.

    Whoever gets the secret can do what the key can: so it may not exceed the asker, nor act for another.
    Raises NotFound, PreconditionFailed, ExceedsAsker, ActsForAnother, KeyRevoked, KeyExpired.
    """
    row = await _locked(session, key_id, expected, asker, service)
    granting.refuse_acting_for(asker, row.staff_id)
    before = audit.state_of(row, "rotated_at", "previous_expires_at")
    plain = new_key(row.prefix)
    row.rotate(hashed(plain, hashing_key(secret_key)), cause.at, cause.at + timedelta(seconds=body.grace_seconds))
    after = audit.state_of(row, "rotated_at", "previous_expires_at")
    await audit.record_row(session, cause, "rotate", row, before, after, body.reason)
    await session.flush()
    return row, plain


async def change(
    session: AsyncSession,
    cause: Cause,
    key_id: UUID,
    patch: ApiKeyPatch,
    expected: int | None,
    *,
    asker: Principal,
    service: str,
) -> ApiKey:
    """Give a key another name or end; an end that has passed ends it now.

    Raises NotFound, PreconditionFailed, ExceedsAsker, KeyRevoked, Invalid.
    """
    row = await _locked(session, key_id, expected, asker, service)
    row.refuse_revoked()
    before = audit.state_of(row, "name", "expires_at")
    result = merge_patch.merged(Changed, _as_json(before), patch)
    after = {"name": result.name, "expires_at": result.expires_at}
    changed = {field: value for field, value in after.items() if value != before[field]}
    if changed:
        row.name, row.expires_at = result.name, result.expires_at
        held = {field: before[field] for field in changed}
        await audit.record_row(session, cause, "change", row, held, changed, result.reason)
        await session.flush()
    return row


async def revoke(
    session: AsyncSession,
    cause: Cause,
    key_id: UUID,
    reason: str,
    expected: int | None,
    *,
    asker: Principal,
    service: str,
) -> ApiKey:
    """End a key for good; within a second no process takes it any more.

    Raises NotFound, PreconditionFailed, ExceedsAsker, KeyRevoked.
    """
    row = await _locked(session, key_id, expected, asker, service)
    await _revoke(session, cause, row, reason)
    return row


async def revoke_key(session: AsyncSession, cause: Cause, prefix: str, *, reason: str | None = None) -> bool:
    """End a key, whoever asks. Answers whether there was one to end."""
    row = await session.scalar(select(ApiKey).where(col(ApiKey.prefix) == prefix).with_for_update())
    if row is None or row.revoked_at is not None:
        return False
    await _revoke(session, cause, row, reason)
    return True


async def _revoke(session: AsyncSession, cause: Cause, row: ApiKey, reason: str | None) -> None:
    before = audit.state_of(row, "revoked_at")
    row.revoke(cause.at)
    await audit.record_row(session, cause, "revoke", row, before, audit.state_of(row, "revoked_at"), reason)
    await session.flush()


async def _locked(session: AsyncSession, key_id: UUID, expected: int | None, asker: Principal, service: str) -> ApiKey:
    """A key that the asker may deal with, in the version that they know."""
    row = await queries.locked(session, key_id)
    granting.refuse_stronger(asker, row.grants, service)
    etags.check(row.version, expected)
    return row


def _as_json(state: dict[str, Any]) -> dict[str, Any]:
    return {field: value.isoformat() if isinstance(value, datetime) else value for field, value in state.items()}
