"""The token of an invitation's page: its id, signed. Nobody else can make one, and nothing of it is stored."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import blake2b
from hmac import compare_digest
from uuid import UUID

SIGNATURE_BYTES = 16
LENGTH = 43
"""Characters of a token: 16 bytes of the id and 16 of the signature, in base64url without padding."""


def token_of(invitation_id: UUID, secret: str) -> str:
    """The token by which this invitation is answered."""
    signed = invitation_id.bytes + _signature(invitation_id.bytes, secret)
    return urlsafe_b64encode(signed).decode().rstrip("=")


def invitation_of(token: str, secret: str) -> UUID | None:
    """The invitation that a token names; None where it is not ours."""
    if len(token) != LENGTH:
        return None
    try:
        signed = urlsafe_b64decode(token.encode("ascii") + b"=")
    except ValueError:
        return None
    raw, signature = signed[:16], signed[16:]
    if not compare_digest(signature, _signature(raw, secret)):
        return None
    if urlsafe_b64encode(signed).decode().rstrip("=") != token:
        return None  # another spelling of the same bytes
    return UUID(bytes=raw)


def _signature(raw: bytes, secret: str) -> bytes:
    key = blake2b(secret.encode(), digest_size=32, person=b"invitation").digest()
    return blake2b(raw, digest_size=SIGNATURE_BYTES, key=key).digest()
