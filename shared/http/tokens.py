"""Bearer tokens: JWTs of an OpenID Connect issuer, checked against its published keys."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from hmac import compare_digest
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import UUID

import jwt
import structlog

from shared.features.access import roles
from shared.http import guarded
from shared.http.errors import Unauthorized, Unavailable
from shared.http.principal import Principal
from shared.ops.settings import ServiceSettings

ALGORITHMS = {
    "RS256": "RSA",
    "RS384": "RSA",
    "RS512": "RSA",
    "PS256": "RSA",
    "PS384": "RSA",
    "PS512": "RSA",
    "ES256": "EC",
    "ES384": "EC",
    "ES512": "EC",
    "EdDSA": "OKP",
}
"""Asymmetric ones alone, and the kind of key each needs: the token does not choose how it is checked."""

LEEWAY_SECONDS = 60
LONGEST_TOKEN = 8_192  # characters
LONGEST_SUBJECT = 200  # characters
REFETCH_SECONDS = 60.0  # at most so often for an unknown key id
KEPT_SECONDS = 600.0  # so that a key which the issuer withdrew is forgotten

log = structlog.get_logger("access")

Load = Callable[[], Awaitable[bytes]]


class KeySet:
    """The issuer's keys by key id, fetched when they are needed."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._keys: dict[str | None, jwt.PyJWK] = {}
        self._tried_at = -KEPT_SECONDS
        self._loaded_at = -KEPT_SECONDS
        self._lock = asyncio.Lock()

    async def key(self, kid: str | None) -> jwt.PyJWK | None:
        """The key with this id, or the only one where the token names none.

        Raises Unavailable while no keys could be fetched at all.
        """
        if self._find(kid) is None or monotonic() - self._loaded_at > KEPT_SECONDS:
            await self._refresh(kid)
        if not self._keys:
            raise Unavailable("The issuer's keys cannot be read.", retry_after=int(REFETCH_SECONDS))
        return self._find(kid)

    def _find(self, kid: str | None) -> jwt.PyJWK | None:
        if kid is None and len(self._keys) == 1:
            return next(iter(self._keys.values()))
        return self._keys.get(kid)

    async def _refresh(self, kid: str | None) -> None:
        async with self._lock:
            if monotonic() - self._tried_at < REFETCH_SECONDS:
                return
            self._tried_at = monotonic()
            try:
                self._keys = _read(await self._load())
                self._loaded_at = monotonic()
            except Exception as error:
                log.warning("jwks.not_read", error=type(error).__name__)


class Tokens:
    """Verifies bearer tokens. The issuer, audience and keys come from OIDC_*."""

    def __init__(self, *, issuer: str, audience: str, keys: KeySet, roles_claim: str = "roles") -> None:
        self._issuer = issuer
        self._audience = audience
        self._keys = keys
        self._roles_claim = roles_claim

    async def verify(self, token: str) -> Principal:
        """Whose token this is. Raises Unauthorized."""
        return _principal(await self._claims(token, self._audience), self._roles_claim)

    async def verify_identity(self, token: str, *, client_id: str, nonce: str) -> str:
        """The subject of an identity token that was made for this client and this sign-in. Raises Unauthorized."""
        claims = await self._claims(token, client_id)
        said, named, party = claims.get("nonce"), claims["aud"], claims.get("azp")
        if not isinstance(said, str) or not compare_digest(said.encode(), nonce.encode()):
            raise Unauthorized
        if party != client_id and (party is not None or (isinstance(named, list) and len(named) > 1)):
            raise Unauthorized
        return str(claims["sub"])

    async def _claims(self, token: str, audience: str) -> dict[str, Any]:
        if len(token) > LONGEST_TOKEN:
            raise Unauthorized
        try:
            header = jwt.get_unverified_header(token)
            algorithm, kid = header.get("alg"), header.get("kid")
            if not isinstance(algorithm, str) or algorithm not in ALGORITHMS:
                raise Unauthorized
            key = await self._keys.key(kid if isinstance(kid, str) else None)
            if key is None or key.key_type != ALGORITHMS[algorithm]:
                raise Unauthorized
            claims = jwt.decode(
                token,
                key.key,
                algorithms=[algorithm],
                audience=audience,
                issuer=self._issuer,
                leeway=LEEWAY_SECONDS,
                options={"require": ["exp", "iss", "aud", "sub"]},
            )
        except (jwt.PyJWTError, ValueError, TypeError):
            raise Unauthorized from None
        return dict(claims)


def of(settings: ServiceSettings) -> tuple[Tokens | None, Callable[[], Awaitable[None]]]:
    """The verifier that OIDC_* describes, or None, and what closes it."""

    async def nothing() -> None:
        return

    if not (settings.oidc_issuer and settings.oidc_audience and settings.oidc_jwks):
        return None, nothing
    place = settings.oidc_jwks
    if place.startswith(("http://", "https://")):
        client = guarded.client(settings)

        async def fetch() -> bytes:
            return await guarded.fetch(client, place)

        keys, close = KeySet(fetch), client.aclose
    else:

        async def read_file() -> bytes:
            return await asyncio.to_thread(Path(place).read_bytes)

        keys, close = KeySet(read_file), nothing
    tokens = Tokens(
        issuer=settings.oidc_issuer,
        audience=settings.oidc_audience,
        keys=keys,
        roles_claim=settings.oidc_roles_claim,
    )
    return tokens, close


def _read(document: bytes) -> dict[str | None, jwt.PyJWK]:
    """The usable keys of a JWKS: asymmetric ones for signatures."""
    keys: dict[str | None, jwt.PyJWK] = {}
    for entry in json.loads(document)["keys"]:
        if entry.get("kty") not in ALGORITHMS.values() or entry.get("use", "sig") != "sig":
            continue
        try:
            keys[entry.get("kid")] = jwt.PyJWK.from_dict(entry)
        except jwt.PyJWTError as error:
            log.warning("jwks.key_skipped", error=type(error).__name__)
    return keys


def _principal(claims: dict[str, Any], roles_claim: str) -> Principal:
    subject = claims["sub"]
    if not (isinstance(subject, str) and 1 <= len(subject) <= LONGEST_SUBJECT and subject.isprintable()):
        raise Unauthorized
    staff_id = None
    if claims.get("staff_id") is not None:
        try:
            staff_id = UUID(str(claims["staff_id"]))
        except ValueError:
            raise Unauthorized from None
    granted = claims.get("scope") or claims.get("scp") or ()
    named = granted.split() if isinstance(granted, str) else granted if isinstance(granted, list) else ()
    scopes = frozenset(scope for scope in named if isinstance(scope, str))
    return Principal(
        kind="jwt", id=subject, scopes=scopes | roles.scopes_of(_claim(claims, roles_claim)), staff_id=staff_id
    )


def _claim(claims: dict[str, Any], name: str) -> Any:
    """A claim by its whole name, as in `https://us.example/roles`, or else by its path: `realm_access.roles`."""
    if name in claims:
        return claims[name]
    found: Any = claims
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found
