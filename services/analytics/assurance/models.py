"""The ledger's tables."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.analytics.base import Base
from shared.db.base import Identified, Stamped


class AssuranceRule(Identified, Base, table=True):
    """One version of a rule. body: triggers, match, repair and steps as contract.md gives them."""

    __tablename__ = "assurance_rule"
    __table_args__ = (UniqueConstraint("rule_id", "version", name="uq_assurance_rule_rule_id_version"),)

    rule_id: str = Field(sa_type=Text)
    version: int
    body: dict[str, Any] = Field(sa_type=JSONB)
    digest: str = Field(sa_type=Text)
    effective_from: datetime
    ended_at: datetime | None = None
    created_at: datetime
    created_by: str = Field(sa_type=Text)


class Story(Base, table=True):
    """What rules speak about: one answer, one hand-off, one ticket. The row is the lock of its ledger.

    Trigger and evidence come from different topics, so two transactions may hold them at once; without the
    lock neither would see the other's.
    """

    __tablename__ = "story"

    match: str = Field(primary_key=True, sa_type=Text)
    subject_id: str = Field(primary_key=True, sa_type=Text)


class Evidence(Base, table=True):
    """A fact that some rule looks at, kept under its story from the moment it comes, trigger or not.

    data: the fields that rules need; ids, codes and times.
    """

    __tablename__ = "evidence"

    match: str = Field(primary_key=True, sa_type=Text)
    subject_id: str = Field(primary_key=True, sa_type=Text)
    fact_id: UUID = Field(primary_key=True)
    type: str = Field(sa_type=Text)
    source: str = Field(sa_type=Text)
    subject: str = Field(sa_type=Text)
    trace_id: UUID
    time: datetime
    recorded_at: datetime
    data: dict[str, Any] = Field(sa_type=JSONB)


class Expectation(Identified, Stamped, Base, table=True):
    """One step that a trigger sets off, and what became of it.

    account_id, group_id: of a step owed to people, whose team may change the verdict; else null.
    settle_at, settled_by: while it is open, it may be decided against once everything is known that this
    service told until then. repair_requested_at: when the owner was asked to make it good.
    """

    __tablename__ = "expectation"
    __table_args__ = (
        UniqueConstraint(
            "rule_id",
            "rule_version",
            "trigger_fact_id",
            "step",
            "target_id",
            name="uq_expectation_step",
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint(
            "state IN ('open', 'met', 'late', 'missing', 'duplicate', 'wrong_target', 'failed', 'skipped', 'waived')",
            name="state",
        ),
        Index("ix_expectation_subject_id_match", "subject_id", "match"),
        Index("ix_expectation_trace_id", "trace_id"),
        Index("ix_expectation_state_id", "state", "id"),
        Index(
            "ix_expectation_unsettled",
            "settled_by",
            "settle_at",
            postgresql_where=text("state = 'open' AND settle_at IS NOT NULL"),
        ),
        Index("ix_expectation_account_id", "account_id", postgresql_where=text("account_id IS NOT NULL")),
        Index("ix_expectation_group_id", "group_id", postgresql_where=text("group_id IS NOT NULL")),
    )

    rule_id: str = Field(sa_type=Text)
    rule_version: int
    step: str = Field(sa_type=Text)
    service: str = Field(sa_type=Text)
    type: str = Field(sa_type=Text)
    match: str = Field(sa_type=Text)
    subject_id: str = Field(sa_type=Text)
    trigger_fact_id: UUID
    trigger_type: str = Field(sa_type=Text)
    trigger_recorded_at: datetime
    target_id: UUID | None = None
    trace_id: UUID
    account_id: UUID | None = None
    group_id: UUID | None = None
    due_at: datetime | None = None
    state: str = Field(sa_type=Text)
    reason: str | None = Field(default=None, sa_type=Text)
    repaired: bool = False
    met_at: datetime | None = None
    decided_at: datetime | None = None
    settle_at: datetime | None = None
    settled_by: str | None = Field(default=None, sa_type=Text)
    evidence: list[dict[str, Any]] = Field(sa_type=JSONB)
    finding_id: UUID | None = None
    repair_id: UUID | None = None
    repair_requested_at: datetime | None = None


class Finding(Identified, Base, table=True):
    """A fault, raised once: an expectation's, or a whole service's (then the rule's columns are null)."""

    __tablename__ = "finding"
    __table_args__ = (
        UniqueConstraint("expectation_id", "kind", name="uq_finding_expectation_id_kind"),
        Index(
            "uq_finding_open_subject",
            "kind",
            "subject_kind",
            "subject_id",
            unique=True,
            postgresql_where=text("state = 'open' AND expectation_id IS NULL"),
        ),
        CheckConstraint("state IN ('open', 'closed', 'waived')", name="state"),
        CheckConstraint(
            "kind IN ('missing', 'duplicate', 'wrong_target', 'failed', 'silent', 'offset_gap', 'recompute_differs')",
            name="kind",
        ),
        Index("ix_finding_state_id", "state", "id"),
        Index("ix_finding_rule_id_id", "rule_id", "id", postgresql_where=text("rule_id IS NOT NULL")),
        Index("ix_finding_to_repair", "id", postgresql_where=text("state = 'open' AND repair_id IS NULL")),
        Index("ix_finding_trace_id", "trace_id", postgresql_where=text("trace_id IS NOT NULL")),
    )

    rule_id: str | None = Field(default=None, sa_type=Text)
    rule_version: int | None = None
    step: str | None = Field(default=None, sa_type=Text)
    kind: str = Field(sa_type=Text)
    state: str = Field(default="open", sa_type=Text)
    trace_id: UUID | None = None
    subject_kind: str = Field(sa_type=Text)
    subject_id: str = Field(sa_type=Text)
    expectation_id: UUID | None = Field(default=None)
    opened_at: datetime
    closed_at: datetime | None = None
    repair_id: UUID | None = None


class Repair(Identified, Base, table=True):
    """The request to the owning service to do a lost step now; one for each step of a trigger, for ever.

    told_at: when the service was asked; null while the request waits for approval.
    """

    __tablename__ = "repair"
    __table_args__ = (
        UniqueConstraint("repair_key", name="uq_repair_repair_key"),
        CheckConstraint("state IN ('awaiting_approval', 'requested', 'answered', 'cancelled')", name="state"),
        CheckConstraint("result IN ('done', 'nothing_to_do', 'refused')", name="result"),
        Index("ix_repair_told_at", "told_at"),
        Index("ix_repair_finding_id", "finding_id"),
    )

    repair_key: str = Field(sa_type=Text)
    finding_id: UUID
    expectation_id: UUID
    service: str = Field(sa_type=Text)
    state: str = Field(sa_type=Text)
    requested_by: str = Field(sa_type=Text)
    requested_by_staff_id: UUID | None = None
    approved_by: str | None = Field(default=None, sa_type=Text)
    requested_at: datetime
    told_at: datetime | None = None
    answered_at: datetime | None = None
    result: str | None = Field(default=None, sa_type=Text)
    reason: str | None = Field(default=None, sa_type=Text)


class Heartbeat(Base, table=True):
    """The newest heartbeat of a service, and up to when everything that it told is known here.

    published, consumed: {"topic/partition": offset}, added up over the heartbeats of one log.
    pending_*: an earlier heartbeat whose offsets are not all consumed yet; it is kept until they are, so that
    an observer that always lags a little still gets on. covered_until: by heartbeats whose offsets were.
    """

    __tablename__ = "heartbeat"

    service: str = Field(primary_key=True, sa_type=Text)
    sequence: int = Field(sa_type=BigInteger)
    at: datetime
    received_at: datetime
    log_id: str | None = Field(default=None, sa_type=Text)
    jobs: list[dict[str, Any]] = Field(sa_type=JSONB)
    outbox_oldest_seconds: int
    published: dict[str, int] = Field(sa_type=JSONB)
    consumed: dict[str, int] = Field(sa_type=JSONB)
    pending_until: datetime | None = None
    pending_offsets: dict[str, int] | None = Field(default=None, sa_type=JSONB)
    covered_until: datetime | None = None
