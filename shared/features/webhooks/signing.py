"""Standard Webhooks: the secrets that receivers verify with, and the headers of one attempt.

A secret is made of random bytes that are stored and of SECRET_KEY, which is not: who reads the database, or a
backup of it, can sign nothing.
"""

import secrets
from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b

from standardwebhooks import Webhook as StandardWebhook

SALT_BYTES = 16


def new_salt() -> bytes:
    """What another secret is made of."""
    return secrets.token_bytes(SALT_BYTES)


def secret_of(salt: bytes, secret_key: str) -> str:
    """The secret in Standard Webhooks' form: `whsec_` and 32 bytes in base64. secret_key: SECRET_KEY."""
    key = blake2b(secret_key.encode(), digest_size=32, person=b"webhook").digest()
    return f"whsec_{b64encode(blake2b(salt, digest_size=32, key=key).digest()).decode()}"


def headers(signing: Sequence[str], message_id: str, at: datetime, body: str) -> dict[str, str]:
    """Of one attempt, signed with each of the secrets. at: of this attempt, so that a late one is not stale."""
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(StandardWebhook(secret).sign(message_id, at, body) for secret in signing),
    }
