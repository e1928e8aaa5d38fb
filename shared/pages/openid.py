"""Signing in at an OpenID Connect issuer, by authorization code with PKCE (OpenID Connect Core 1.0 §3.1, RFC 7636).

The browser is sent to the issuer with what only this sign-in knows: `state` ties the answer to this browser, `nonce`
the identity token to this sign-in, the code's verifier the code to both. All three lie in one signed cookie, which ends
with the sign-in. What the person may do is what the access token says, as it is for a bearer token of the API.
"""

import json
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from time import monotonic
from typing import Any, Final, Self
from urllib.parse import quote, urlencode, urlsplit

import httpx
import structlog

from shared.http import guarded
from shared.http.errors import Unauthorized, Unavailable
from shared.http.principal import Principal
from shared.http.tokens import Tokens
from shared.ops.settings import ServiceSettings
from shared.pages import signed

BEGIN: Final = "/signin/openid"
BACK: Final = "/signin/openid/back"
ASKED_FOR: Final = "openid profile email"
LASTS: Final = timedelta(minutes=10)
PURPOSE: Final = "openid"
KNOWN_SECONDS: Final = 600.0  # what the issuer says of itself
WELL_KNOWN: Final = "/.well-known/openid-configuration"

log = structlog.get_logger("access")


class SignInFailed(Unauthorized):
    """The sign-in at the issuer did not succeed. Begin it again; if that does not help, ask your admin."""

    code = "unauthorized"


@dataclass(frozen=True, slots=True)
class Errand:
    """One browser on its way to the issuer and back. onwards: where it goes then."""

    state: str
    nonce: str
    verifier: str
    onwards: str
    ends_at: int

    @classmethod
    def begun(cls, onwards: str, at: datetime) -> Self:
        """A new one."""
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        return cls(state, nonce, verifier, onwards, int((at + LASTS).timestamp()))

    @classmethod
    def of(cls, cookie: str | None, secret: str, at: datetime) -> Self | None:
        """That of a cookie of ours, unless it took too long."""
        held = signed.unseal(cookie, purpose=PURPOSE, secret=secret)
        errand = None if held is None else cls(*held)
        return errand if errand is not None and at.timestamp() < errand.ends_at else None

    def sealed(self, secret: str) -> str:
        """The cookie."""
        parts = [self.state, self.nonce, self.verifier, self.onwards, self.ends_at]
        return signed.seal(parts, purpose=PURPOSE, secret=secret)

    def is_answered_by(self, state: str) -> bool:
        """Is this the answer to it, and not to another browser's?"""
        return secrets.compare_digest(self.state.encode(), state.encode())


class OpenId:
    """The issuer of OIDC_ISSUER, as this service's pages sign in at it."""

    def __init__(self, settings: ServiceSettings, tokens: Tokens) -> None:
        assert settings.oidc_client_id is not None
        assert settings.oidc_issuer is not None
        self._settings = settings
        self._tokens = tokens
        self._client_id = settings.oidc_client_id
        self._issuer = settings.oidc_issuer
        self._back = f"{(settings.public_base_url or '').rstrip('/')}{BACK}"
        self._known: tuple[float, dict[str, str]] | None = None

    @classmethod
    def of(cls, settings: ServiceSettings, tokens: Tokens | None) -> Self | None:
        """None where OIDC_CLIENT_ID is not set: then keys alone open the pages."""
        return cls(settings, tokens) if settings.oidc_client_id and tokens is not None else None

    async def address(self, errand: Errand) -> str:
        """Where the browser is sent. Raises Unavailable."""
        challenge = urlsafe_b64encode(sha256(errand.verifier.encode()).digest()).decode().rstrip("=")
        asked = {
            "response_type": "code",
            "client_id": self._client_id,
            "redirect_uri": self._back,
            "scope": ASKED_FOR,
            "audience": self._settings.oidc_audience or "",
            "state": errand.state,
            "nonce": errand.nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        place = (await self._places())["authorization_endpoint"]
        return f"{place}{'&' if urlsplit(place).query else '?'}{urlencode(asked)}"

    async def redeem(self, code: str, errand: Errand, issuer: str) -> Principal:
        """Who came back with this code. issuer: as the answer names it (RFC 9207). Raises SignInFailed, Unavailable."""
        if issuer and issuer != self._issuer:
            raise SignInFailed
        given = await self._exchange(code, errand)
        identity, access = given.get("id_token"), given.get("access_token")
        if not isinstance(identity, str) or not isinstance(access, str):
            raise SignInFailed
        try:
            subject = await self._tokens.verify_identity(identity, client_id=self._client_id, nonce=errand.nonce)
            principal = await self._tokens.verify(access)
        except Unauthorized:
            raise SignInFailed from None
        if principal.id != subject:
            raise SignInFailed
        return principal

    async def _exchange(self, code: str, errand: Errand) -> dict[str, Any]:
        place = (await self._places())["token_endpoint"]
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._back,
            "client_id": self._client_id,
            "code_verifier": errand.verifier,
        }
        secret = self._settings.oidc_client_secret
        given = {}
        if secret is not None:
            named = (quote(self._client_id, safe=""), quote(secret.get_secret_value(), safe=""))
            given["auth"] = httpx.BasicAuth(*named)
        try:
            return await self._asked("POST", place, data=form, headers={"Accept": "application/json"}, **given)
        except httpx.HTTPStatusError as refused:
            if refused.response.status_code < httpx.codes.INTERNAL_SERVER_ERROR:
                raise SignInFailed from None  # the code was used before, or is not this errand's
            raise _away(refused) from None

    async def _places(self) -> dict[str, str]:
        """Where its endpoints are, as it says itself. Raises Unavailable."""
        if self._known is None or self._known[0] < monotonic():
            try:
                said = await self._asked("GET", self._issuer.rstrip("/") + WELL_KNOWN)
            except httpx.HTTPStatusError as refused:
                raise _away(refused) from None
            places = {name: said.get(name) for name in ("authorization_endpoint", "token_endpoint")}
            if said.get("issuer") != self._issuer or not all(map(self._is_a_place, places.values())):
                raise _away(ValueError("another issuer, or no endpoints"))
            self._known = monotonic() + KNOWN_SECONDS, {name: str(place) for name, place in places.items()}
        return self._known[1]

    def _is_a_place(self, place: Any) -> bool:
        """Over TLS, unless the issuer itself is not."""
        allowed = ("https://",) if self._issuer.startswith("https://") else ("https://", "http://")
        return isinstance(place, str) and place.startswith(allowed)

    async def _asked(self, method: str, url: str, **given: Any) -> dict[str, Any]:
        """The JSON object that it answers. Raises httpx.HTTPStatusError, and Unavailable where it does not answer."""
        try:
            async with guarded.client(self._settings) as http:
                answer = json.loads(await guarded.fetch(http, url, method=method, **given))
        except httpx.HTTPStatusError:
            raise
        except (httpx.HTTPError, guarded.AddressRefused, ValueError) as error:
            raise _away(error) from None
        if not isinstance(answer, dict):
            raise _away(ValueError("no object"))
        return answer


def _away(error: Exception) -> Unavailable:
    log.warning("openid.no_answer", error=type(error).__name__)
    return Unavailable("The issuer that you sign in at does not answer.", retry_after=10)
