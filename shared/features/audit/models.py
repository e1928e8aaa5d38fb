"""The audit trail's table."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from shared.db.base import Identified, Platform

READ_BY = ("actor", "action", "entity", "entity_id", "cause")
"""By these the trail is read, newest first: so each has an index that goes on with the order of time."""


class AuditRow(Identified, Platform, table=True):
    """One change: by whom, of what, from what to what, and why. Rows are only ever added."""

    __tablename__ = "audit"
    __table_args__ = (
        Index("ix_audit_at_id", "at", "id"),
        *(Index(f"ix_audit_{name}_at_id", name, "at", "id") for name in READ_BY),
    )

    at: datetime
    actor: str = Field(sa_type=Text)
    action: str = Field(sa_type=Text)
    entity: str = Field(sa_type=Text)
    entity_id: UUID
    before: dict[str, Any] = Field(sa_type=JSONB)
    after: dict[str, Any] = Field(sa_type=JSONB)
    reason: str | None = Field(default=None, sa_type=Text)
    cause: str = Field(sa_type=Text)
