"""Who is signed in. The browser's cookie names an API key and proves that its bearer knew it; it never holds the key.

Who signed in at the issuer has a cookie that says who they are and what they may, for four hours: then they are sent to
the issuer again, which asks nothing while it still knows them. What it takes from somebody holds from then on.

All four services have SECRET_KEY and so read one another's cookies. At each request the key is looked up, as it is for
the API: a session ends within a second of its key's end, and when the key's secret is rotated out. The proof is made
of what is stored of the secret, so that a cookie of one service never opens another key with the same name elsewhere.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from uuid import UUID

from shared.http.principal import Principal
from shared.pages import signed

LASTS = timedelta(hours=12)
LASTS_BY_TOKEN = timedelta(hours=4)
PURPOSE = "session"


@dataclass(frozen=True, slots=True)
class BrowserSession:
    """One sign-in of one browser. prefix: the key's; nonce: what its forms are signed with.

    person: who signed in at the issuer; the key's prefix and proof are empty then.
    """

    prefix: str
    proof: str
    nonce: str
    ends_at: datetime
    person: Principal | None = None

    @classmethod
    def begun(cls, prefix: str, proof: str, at: datetime) -> Self:
        """A new one, which lasts for twelve hours at most."""
        return cls(prefix, proof, secrets.token_hex(16), (at + LASTS).replace(microsecond=0))

    @classmethod
    def begun_by(cls, person: Principal, at: datetime) -> Self:
        """That of somebody who signed in at the issuer."""
        return cls("", "", secrets.token_hex(16), (at + LASTS_BY_TOKEN).replace(microsecond=0), person)

    def sealed(self, secret: str) -> str:
        """The cookie."""
        held: list[Any] = [self.prefix, self.proof, self.nonce, int(self.ends_at.timestamp())]
        if self.person is not None:
            staff_id = self.person.staff_id
            held.append([self.person.id, None if staff_id is None else str(staff_id), sorted(self.person.scopes)])
        return signed.seal(held, purpose=PURPOSE, secret=secret)

    @classmethod
    def of(cls, cookie: str | None, secret: str, at: datetime) -> Self | None:
        """The session of a cookie that one of the four services made, unless it is over."""
        held = signed.unseal(cookie, purpose=PURPOSE, secret=secret)
        if held is None:
            return None
        prefix, proof, nonce, ends, *persons = held
        session = cls(prefix, proof, nonce, datetime.fromtimestamp(ends, UTC), *map(_person, persons))
        return session if at < session.ends_at else None


def _person(held: list[Any]) -> Principal:
    subject, staff_id, scopes = held
    return Principal(kind="jwt", id=subject, scopes=frozenset(scopes), staff_id=UUID(staff_id) if staff_id else None)
