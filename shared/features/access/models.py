"""The table of API keys."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from shared.db.base import Identified, Platform


class ApiKey(Identified, Platform, table=True):
    """One key. The key itself is not here: `hash` is its BLAKE2b, keyed with SECRET_KEY."""

    __tablename__ = "api_key"

    prefix: str = Field(sa_type=Text, unique=True)
    hash: bytes
    name: str = Field(sa_type=Text)
    scopes: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    staff_id: UUID | None = None
    created_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    last_used_at: datetime | None = None
