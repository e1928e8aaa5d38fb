"""The table of follow-up rules."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.feedback.base import Base


class FollowUpRule(Base, table=True):
    """One version of a rule: which answers it is for, and what follows them.

    current: the version in force, while it is active; older ones stay, since runs name them. code: what facts and runs
    name it by, the same in all versions. match, actions: as the API gives them.
    """

    __tablename__ = "follow_up_rule"
    __table_args__ = (
        Index("uq_follow_up_rule_current", "id", unique=True, postgresql_where=text("current")),
        Index("uq_follow_up_rule_code_version", "code", "version", unique=True),
    )

    id: UUID = Field(primary_key=True)
    version: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    current: bool = True
    code: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    active: bool
    match: dict[str, Any] = Field(sa_type=JSONB)
    actions: list[dict[str, Any]] = Field(sa_type=JSONB)
    created_at: datetime
    updated_at: datetime
