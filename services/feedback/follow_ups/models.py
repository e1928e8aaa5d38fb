"""The table of follow-up runs."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlmodel import Field

from services.feedback.base import Base
from services.feedback.follow_ups.rules import FollowUpRule
from shared.db.base import Identified

Result = Literal["notified", "skipped"]


class FollowUpRun(Identified, Base, table=True):
    """What a positive answer set off: made with the answer, executed once its account's team is known."""

    __tablename__ = "follow_up_run"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'executed')", name="state"),
        CheckConstraint("result IN ('notified', 'skipped')", name="result"),
        CheckConstraint(
            "(state = 'executed') = (result IS NOT NULL AND rule_id IS NOT NULL AND rule_version IS NOT NULL"
            " AND executed_at IS NOT NULL)",
            name="executed",
        ),
        Index("ix_follow_up_run_waiting", "id", postgresql_where=text("state = 'waiting'")),
    )

    response_id: UUID = Field(unique=True, foreign_key="response.id")
    account_id: UUID | None = None
    trace_id: UUID
    state: str = Field(default="waiting", sa_type=Text)
    rule_id: str | None = Field(default=None, sa_type=Text)
    rule_version: int | None = None
    result: str | None = Field(default=None, sa_type=Text)
    reason: str | None = Field(default=None, sa_type=Text)
    opened_at: datetime
    executed_at: datetime | None = None

    def executed(self, rule: FollowUpRule, result: Result, reason: str | None, at: datetime) -> None:
        """Keep what came of it."""
        self.state, self.result, self.reason, self.executed_at = "executed", result, reason, at
        self.rule_id, self.rule_version = rule.id, rule.version
