"""The tables of escalation rules, and of what clocks passed while nobody looked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from services.ticketing.base import Base
from services.ticketing.sla.models import MICROSECOND, SlaClock
from shared.db.base import Identified


class EscalationRule(Base, table=True):
    """One version of a rule: of which clocks, and who hears of it and what is done at which levels.

    newest: the version that was made last; it holds from updated_at on, while active. deleted: the last version
    of a rule that is gone. conditions, levels: as the API gives them.
    """

    __tablename__ = "escalation_rule"
    __table_args__ = (Index("uq_escalation_rule_newest", "id", unique=True, postgresql_where=text("newest")),)

    id: UUID = Field(primary_key=True)
    version: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    newest: bool = True
    deleted: bool = False
    name: str = Field(sa_type=Text)
    rank: int
    active: bool
    metrics: list[str] = Field(sa_type=ARRAY(Text))
    conditions: dict[str, Any] = Field(sa_type=JSONB)
    levels: list[dict[str, Any]] = Field(sa_type=JSONB)
    created_at: datetime
    updated_at: datetime


class SlaUnseen(Identified, Base, table=True):
    """A state in which a clock passed levels before anybody looked, and which something else ended at `until`.

    levels_us, levels_target: as the clock had them. Gone once it was looked at.
    """

    __tablename__ = "sla_unseen"
    __table_args__ = (
        CheckConstraint("target_seconds > 0 AND elapsed_us >= 0 AND since <= until", name="numbers"),
        Index("ix_sla_unseen_until", "until"),
    )

    clock_id: UUID = Field(foreign_key="sla_clock.id")
    calendar_id: UUID | None = None
    calendar_version: int | None = None
    target_seconds: int
    since: datetime
    until: datetime
    elapsed_us: int = Field(sa_type=BigInteger)
    due_at: datetime | None = None
    levels_us: int = Field(sa_type=BigInteger)
    levels_target: int

    @classmethod
    def of(cls, row: SlaClock, until: datetime) -> "SlaUnseen":
        """The state that a clock's row keeps, until this instant."""
        return cls(
            clock_id=row.id,
            calendar_id=row.calendar_id,
            calendar_version=row.calendar_version,
            target_seconds=row.target_seconds,
            since=row.since,
            until=until,
            elapsed_us=row.elapsed_us,
            due_at=row.due_at,
            levels_us=row.progress.elapsed // MICROSECOND,
            levels_target=row.progress.seconds,
        )
