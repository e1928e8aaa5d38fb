"""The tables of follow-up runs, and of contacts who were asked to tell others."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.feedback.base import Base
from shared.db.base import Identified

Result = Literal["notified", "skipped"]


class FollowUpRun(Identified, Base, table=True):
    """What an answer set off by one rule: made with the answer, executed once its account's team is known.

    rule_id, rule_version: the rule's code and version. waits_until: how long for the team. done: of each action
    {do, result, reason}.
    """

    __tablename__ = "follow_up_run"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'executed')", name="state"),
        CheckConstraint("result IN ('notified', 'skipped')", name="result"),
        CheckConstraint(
            "(state = 'executed') = (result IS NOT NULL AND rule_id IS NOT NULL AND rule_version IS NOT NULL"
            " AND executed_at IS NOT NULL)",
            name="executed",
        ),
        Index("uq_follow_up_run_response_id_rule_id", "response_id", "rule_id", unique=True),
        Index("ix_follow_up_run_waiting", "id", postgresql_where=text("state = 'waiting'")),
        Index("ix_follow_up_run_rule_id_id", "rule_id", "id"),
        Index("ix_follow_up_run_account_id_id", "account_id", "id", postgresql_where=text("account_id IS NOT NULL")),
        Index("ix_follow_up_run_result_id", "result", "id", postgresql_where=text("result IS NOT NULL")),
    )

    response_id: UUID = Field(foreign_key="response.id")
    account_id: UUID | None = None
    trace_id: UUID
    state: str = Field(default="waiting", sa_type=Text)
    rule_id: str | None = Field(default=None, sa_type=Text)
    rule_version: int | None = None
    result: str | None = Field(default=None, sa_type=Text)
    reason: str | None = Field(default=None, sa_type=Text)
    done: list[dict[str, Any]] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    opened_at: datetime
    waits_until: datetime | None = None
    executed_at: datetime | None = None

    def executed(self, done: list[dict[str, Any]], reason: str | None, at: datetime) -> None:
        """Keep what came of it: notified if one action was done, else why not. reason: why no action was looked at."""
        notified = any(each["result"] == "notified" for each in done)
        self.state, self.executed_at, self.done = "executed", at, done
        self.result = "notified" if notified else "skipped"
        self.reason = None if notified else reason or (done[0]["reason"] if done else None)


class AdvocacyQuarantine(Base, table=True):
    """When a contact was last asked to tell others, and by which answer: its row is reserved before anybody asks."""

    __tablename__ = "advocacy_quarantine"

    contact_id: UUID = Field(primary_key=True)
    asked_at: datetime
    response_id: UUID
    rule_id: str = Field(sa_type=Text)
