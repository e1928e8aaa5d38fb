"""Callers who hold no key, but sign what they send as Standard Webhooks say: gateways that bring in messages."""

import base64
import binascii
from dataclasses import dataclass

from standardwebhooks import Webhook, WebhookVerificationError
from starlette.requests import ClientDisconnect
from starlette.types import Message, Receive, Scope

from shared.http import bodies, paths
from shared.http.errors import Problem, Unauthorized
from shared.http.principal import Principal

PREFIX = "whsec_"
SHORTEST_BYTES = 24
HEADERS = ("webhook-id", "webhook-timestamp", "webhook-signature")


def is_secret(text: str) -> bool:
    """Is it `whsec_` and at least 24 bytes in base64?"""
    try:
        return text.startswith(PREFIX) and len(base64.b64decode(text[len(PREFIX) :], validate=True)) >= SHORTEST_BYTES
    except binascii.Error:
        return False


@dataclass(frozen=True, slots=True)
class Signed:
    """Where a signature stands for a key.

    under: the path that it opens, and all below. secrets: any of which may have signed; none: no signature is valid.
    scopes: what the signer may. name: what facts and the audit trail call them.
    """

    under: str
    secrets: tuple[str, ...]
    scopes: frozenset[str]
    name: str

    def concerns(self, scope: Scope) -> bool:
        """Has the request a signature, on a path where one counts?"""
        path = paths.inside(scope)
        below = path == self.under or path.startswith(f"{self.under}/")
        return below and bool(self.secrets) and bodies.header(scope, b"webhook-signature") is not None

    async def verify(self, scope: Scope, receive: Receive) -> tuple[Principal, Receive]:
        """Who signed, and the body once more, which had to be read for it.

        A stranger learns nothing of what a body may be. Raises Unauthorized, ClientDisconnect.
        """
        given = {name: bodies.header(scope, name.encode()) or "" for name in HEADERS}
        try:
            body = await bodies.read(scope, receive)
        except Problem:
            raise Unauthorized from None
        if not any(_has_signed(secret, body, given) for secret in self.secrets):
            raise Unauthorized
        return Principal("key", self.name, self.scopes), _once_more(body)


def _has_signed(secret: str, body: bytes, given: dict[str, str]) -> bool:
    """Within five minutes of now."""
    try:
        Webhook(secret).verify(body, given, json_parse=False)
    except (WebhookVerificationError, ValueError):  # also of what is no base64, no UTF-8, no list of signatures
        return False
    return True


def _once_more(body: bytes) -> Receive:
    left = [body]

    async def receive() -> Message:
        if not left:
            raise ClientDisconnect
        return {"type": "http.request", "body": left.pop(), "more_body": False}

    return receive
