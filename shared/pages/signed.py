"""Small values that a browser keeps for us and cannot change: JSON, signed with SECRET_KEY for one purpose."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import blake2b
from hmac import compare_digest
from typing import Any

LONGEST = 4_000  # characters: browsers keep no longer cookie
SIGNATURE_BYTES = 24


def seal(value: Any, *, purpose: str, secret: str) -> str:
    """The value as text for a cookie. It is signed and not hidden. purpose: another one refuses it."""
    payload = json.dumps(value, separators=(",", ":")).encode()
    return urlsafe_b64encode(_signature(payload, purpose, secret) + payload).decode().rstrip("=")


def unseal(text: str | None, *, purpose: str, secret: str) -> Any:
    """The value that was sealed for this purpose; None where there is none, or it is not ours."""
    if text is None or len(text) > LONGEST:
        return None
    try:
        sealed = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except ValueError:
        return None
    signature, payload = sealed[:SIGNATURE_BYTES], sealed[SIGNATURE_BYTES:]
    if not compare_digest(signature, _signature(payload, purpose, secret)):
        return None
    return json.loads(payload)


def code(*parts: str, purpose: str, secret: str) -> str:
    """A code that only we can make of these parts, for a form."""
    return _signature("\0".join(parts).encode(), purpose, secret).hex()


def _signature(payload: bytes, purpose: str, secret: str) -> bytes:
    key = blake2b(secret.encode(), digest_size=32, person=b"pages").digest()
    return blake2b(purpose.encode() + b"\0" + payload, digest_size=SIGNATURE_BYTES, key=key).digest()
