"""The name of an invitation in its mails: in their Message-ID and their return address, from which bounces come back.

Signed, so that nobody can make up a bounce. In lower case alone, since mail servers may change the case of an address,
and short, since what stands before an @ has 64 characters at most (RFC 5321, section 4.5.3.1).
"""

import re
from base64 import b32decode, b32encode
from hashlib import blake2b
from hmac import compare_digest
from uuid import UUID

SIGNATURE_BYTES = 8
LENGTH = 39
"""Characters of a name: 16 bytes of the id and 8 of the signature, in base32 without padding."""

_NAMED = re.compile(r"<?([a-z2-7]{39})\.[0-9]@[^@<>\s]+>?", re.IGNORECASE)
_RETURNED = re.compile(r"[^@+\s]*\+([a-z2-7]{39})@[^@\s]+", re.IGNORECASE)


def name_of(invitation_id: UUID, secret: str) -> str:
    """What this invitation's mails are called."""
    signed = invitation_id.bytes + _signature(invitation_id.bytes, secret)
    return b32encode(signed).decode().rstrip("=").lower()


def invitation_of(name: str, secret: str) -> UUID | None:
    """The invitation with this name; None where the name is not ours."""
    if len(name) != LENGTH:
        return None
    try:
        signed = b32decode(name.upper() + "=")
    except ValueError:
        return None
    raw, signature = signed[:16], signed[16:]
    return UUID(bytes=raw) if compare_digest(signature, _signature(raw, secret)) else None


def message_id(name: str, number: int, host: str) -> str:
    """The same for every attempt, so that a mail that went out twice can be told. number: 0, or the reminder's."""
    return f"<{name}.{number}@{host}>"


def return_address(name: str, mailbox: str) -> str:
    """`bounces@us.example` as the address that this invitation's mails return to."""
    local, _, domain = mailbox.rpartition("@")
    return f"{local}+{name}@{domain}"


def in_message_id(text: str) -> str | None:
    """The name that a Message-ID may hold."""
    found = _NAMED.fullmatch(text.strip())
    return found.group(1).lower() if found else None


def in_return_address(address: str) -> str | None:
    """The name that a return address may hold."""
    found = _RETURNED.fullmatch(address.strip())
    return found.group(1).lower() if found else None


def _signature(raw: bytes, secret: str) -> bytes:
    key = blake2b(secret.encode(), digest_size=32, person=b"mail name").digest()
    return blake2b(raw, digest_size=SIGNATURE_BYTES, key=key).digest()
