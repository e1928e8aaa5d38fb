"""The table of API keys."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from shared.db.base import Identified, Platform, Versioned
from shared.features.access import roles
from shared.http.errors import Conflict


class KeyRevoked(Conflict):
    """The key was revoked; that is for good."""

    code = "api_key_revoked"


class KeyExpired(Conflict):
    """The key has expired; a later expiry must be set first."""

    code = "api_key_expired"


class ApiKey(Identified, Versioned, Platform, table=True):
    """One key. The key itself is not here: `hash` is its BLAKE2b, keyed with SECRET_KEY.

    previous_hash: of the secret that was rotated out; it opens until previous_expires_at.
    created_by: the actor that made it. unlimited: RATE_LIMIT does not hold for it.
    """

    __tablename__ = "api_key"

    prefix: str = Field(sa_type=Text, unique=True)
    hash: bytes
    name: str = Field(sa_type=Text)
    scopes: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    roles: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False, server_default=text("'{}'")))
    staff_id: UUID | None = None
    unlimited: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    created_at: datetime
    created_by: str | None = Field(default=None, sa_type=Text)
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    rotated_at: datetime | None = None
    previous_hash: bytes | None = None
    previous_expires_at: datetime | None = None
    last_used_at: datetime | None = None

    @property
    def grants(self) -> frozenset[str]:
        """All that it opens: its own scopes and those of its roles."""
        return frozenset(self.scopes) | roles.scopes_of(self.roles)

    def rotate(self, new_hash: bytes, at: datetime, previous_until: datetime) -> None:
        """Take another secret; the one of now opens until previous_until. Raises KeyRevoked, KeyExpired."""
        self.refuse_revoked()
        if self.expires_at is not None and self.expires_at <= at:
            raise KeyExpired(f"It expired at {self.expires_at.isoformat()}.")
        self.previous_hash, self.previous_expires_at = self.hash, previous_until
        self.hash, self.rotated_at = new_hash, at

    def revoke(self, at: datetime) -> None:
        """End for good, with the secret that was rotated out. Raises KeyRevoked."""
        self.refuse_revoked()
        self.revoked_at = at

    def refuse_revoked(self) -> None:
        """Raises KeyRevoked."""
        if self.revoked_at is not None:
            raise KeyRevoked(f"It was revoked at {self.revoked_at.isoformat()}.")
