"""Who asks is decided first: before the path is looked up, the query read or the body received.

Everything under /v1 needs a valid API key (`X-API-Key`) or bearer token, or where a service takes one a signature; an
unknown path there is 401 to a stranger like a known one. What is public lies outside /v1.
"""

from starlette.types import ASGIApp, Receive, Scope, Send

from shared.features.access.verifying import Keys
from shared.http import paths, refusals
from shared.http.bodies import header
from shared.http.errors import Unauthorized
from shared.http.principal import Principal
from shared.http.rate_limit import RateLimit
from shared.http.signatures import Signed
from shared.http.tokens import Tokens

GUARDED = "/v1"
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="serviceops"'}
REFUSED = {"WWW-Authenticate": 'Bearer realm="serviceops", error="invalid_token"'}


class Authentication:
    """Puts the caller on `scope["state"]["principal"]`, or answers 401; 429 to who asks too much."""

    def __init__(
        self, app: ASGIApp, *, keys: Keys, tokens: Tokens | None, limit: RateLimit, signed: Signed | None = None
    ) -> None:
        self._signed = signed
        self._app = app
        self._keys = keys
        self._tokens = tokens
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or not."""
        if scope["type"] == "http" and is_guarded(scope):
            try:
                if self._signed is not None and self._signed.concerns(scope) and not _names_a_key(scope):
                    principal, receive = await self._signed.verify(scope, receive)
                else:
                    principal = await self._principal(scope)
                scope["state"]["principal"] = principal
                scope["state"]["limit_headers"] = self._limit.take(principal)
            except Exception as error:  # routes are not reached yet, and neither are their handlers
                await refusals.answer(error, scope)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _principal(self, scope: Scope) -> Principal:
        plain = header(scope, b"x-api-key")
        if plain is not None:
            found = await self._keys.verify(plain)
            if found is None:
                raise Unauthorized(headers=REFUSED)
            return found
        kind, _, token = (header(scope, b"authorization") or "").partition(" ")
        if kind.lower() != "bearer":
            raise Unauthorized(headers=CHALLENGE)
        if self._tokens is None:
            raise Unauthorized(headers=REFUSED)
        try:
            return await self._tokens.verify(token.strip())
        except Unauthorized:
            raise Unauthorized(headers=REFUSED) from None


def _names_a_key(scope: Scope) -> bool:
    return header(scope, b"x-api-key") is not None or header(scope, b"authorization") is not None


def is_guarded(scope: Scope) -> bool:
    """Does the path lie under /v1, as the routes will see it?"""
    path = paths.inside(scope)
    return path == GUARDED or path.startswith(GUARDED + "/")
