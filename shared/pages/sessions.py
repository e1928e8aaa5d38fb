"""Who is signed in. The browser's cookie names an API key and proves that its bearer knew it; it never holds the key.

All four services have SECRET_KEY and so read one another's cookies. At each request the key is looked up, as it is for
the API: a session ends within a second of its key's end, and when the key's secret is rotated out. The proof is made
of what is stored of the secret, so that a cookie of one service never opens another key with the same name elsewhere.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from shared.pages import signed

LASTS = timedelta(hours=12)
PURPOSE = "session"


@dataclass(frozen=True, slots=True)
class BrowserSession:
    """One sign-in of one browser. prefix: the key's; nonce: what its forms are signed with."""

    prefix: str
    proof: str
    nonce: str
    ends_at: datetime

    @classmethod
    def begun(cls, prefix: str, proof: str, at: datetime) -> Self:
        """A new one, which lasts for twelve hours at most."""
        return cls(prefix, proof, secrets.token_hex(16), (at + LASTS).replace(microsecond=0))

    def sealed(self, secret: str) -> str:
        """The cookie."""
        return signed.seal(
            [self.prefix, self.proof, self.nonce, int(self.ends_at.timestamp())], purpose=PURPOSE, secret=secret
        )

    @classmethod
    def of(cls, cookie: str | None, secret: str, at: datetime) -> Self | None:
        """The session of a cookie that one of the four services made, unless it is over."""
        held = signed.unseal(cookie, purpose=PURPOSE, secret=secret)
        if held is None:
            return None
        prefix, proof, nonce, ends = held
        session = cls(prefix, proof, nonce, datetime.fromtimestamp(ends, UTC))
        return session if at < session.ends_at else None
