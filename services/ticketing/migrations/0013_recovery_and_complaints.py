"""Compensations with authority limits, response plans, and complaints."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_JSON = postgresql.JSONB(astext_type=sa.Text())
_COUNTS = ("attempts", "compensations", "pending_compensations")

_DECIDED = "(decided_at IS NULL) = (outcome IS NULL) AND (stage <> 'decided' OR decided_at IS NOT NULL)"
_CLOSED = "(stage = 'closed') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (closed_as IS NULL)"
_STAGES = "'received', 'acknowledged', 'assessed', 'investigating', 'responded', 'decided', 'closed'"
_ENDS = "'accepted', 'no_answer', 'recourse_exhausted', 'withdrawn', 'reclassified'"


def upgrade() -> None:
    _widen_recovery_cases()
    _make_compensations()
    _make_response_plans()
    _make_complaint_policies()
    _make_complaints()


def downgrade() -> None:
    for table in ("complaint", "complaint_policy", "response_plan", "compensation", "authority_limit"):
        op.drop_table(table)
    for column in (*_COUNTS, "plan_calendar_id"):
        op.drop_column("recovery_case", column)


def _widen_recovery_cases() -> None:
    op.add_column("recovery_case", sa.Column("plan_calendar_id", sa.Uuid(), nullable=True))
    for column in _COUNTS:
        count = sa.Column(column, sa.Integer(), server_default=sa.text("0"), nullable=False)
        op.add_column("recovery_case", count)
    # A case that was opened before has its route's calendar, and the attempts that were recorded.
    op.execute(
        "UPDATE recovery_case AS held SET plan_calendar_id = route.plan_calendar_id"
        " FROM escalation JOIN outcome_route AS route"
        " ON route.id = escalation.route_id AND route.version = escalation.route_version"
        " WHERE escalation.response_id = held.response_id AND route.plan_calendar_id IS NOT NULL"
    )
    op.execute(
        "UPDATE recovery_case AS held SET attempts = made.attempts"
        " FROM (SELECT case_id, count(*) AS attempts FROM recovery_contact GROUP BY case_id) AS made"
        " WHERE made.case_id = held.id"
    )


def _make_compensations() -> None:
    op.create_table(
        "authority_limit",
        *_common(stamped=True),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("num_nonnulls(staff_id, role) < 2", name=op.f("ck_authority_limit_whose")),
        sa.CheckConstraint("amount_minor >= 0", name=op.f("ck_authority_limit_amount_minor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authority_limit")),
        sa.UniqueConstraint(
            "staff_id", "role", "currency", name="uq_authority_limit_whose", postgresql_nulls_not_distinct=True
        ),
    )
    op.create_table(
        "compensation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("requested_by", sa.Text(), nullable=False),
        sa.Column("requested_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decision_note", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('refund', 'credit', 'discount', 'gift', 'apology', 'other')", name=op.f("ck_compensation_kind")
        ),
        sa.CheckConstraint("state IN ('pending_approval', 'approved', 'rejected')", name=op.f("ck_compensation_state")),
        sa.CheckConstraint(
            "amount_minor >= 0 AND (amount_minor = 0 OR currency IS NOT NULL)", name=op.f("ck_compensation_amount")
        ),
        sa.CheckConstraint("(state = 'pending_approval') = (decided_at IS NULL)", name=op.f("ck_compensation_decided")),
        sa.CheckConstraint(
            "state <> 'rejected' OR decided_by IS DISTINCT FROM requested_by_id",
            name=op.f("ck_compensation_other_person"),
        ),
        sa.ForeignKeyConstraint(["case_id"], ["recovery_case.id"], name=op.f("fk_compensation_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_compensation")),
    )
    op.create_index("ix_compensation_case_id_id", "compensation", ["case_id", "id"])


def _make_response_plans() -> None:
    op.create_table(
        "response_plan",
        *_common(stamped=True),
        sa.Column("failure_type", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("steps", _JSON, nullable=False),
        sa.CheckConstraint("severity IN ('minor', 'major', 'critical')", name=op.f("ck_response_plan_severity")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response_plan")),
    )
    op.create_index("ix_response_plan_failure_type_id", "response_plan", ["failure_type", "id"])


def _make_complaint_policies() -> None:
    op.create_table(
        "complaint_policy",
        *_common(stamped=True),
        sa.Column("brand", sa.Text(), nullable=True),
        sa.Column("acknowledge_seconds", sa.Integer(), nullable=False),
        sa.Column("acknowledge_calendar_id", sa.Uuid(), nullable=True),
        sa.Column("decide_seconds", sa.Integer(), nullable=False),
        sa.Column("decide_calendar_id", sa.Uuid(), nullable=True),
        sa.Column("repeat_days", sa.Integer(), nullable=False),
        sa.Column("default_locale", sa.Text(), nullable=False),
        sa.Column("recourse", _JSON, nullable=False),
        sa.CheckConstraint(
            "acknowledge_seconds > 0 AND decide_seconds > 0 AND repeat_days >= 0", name=op.f("ck_complaint_policy_dues")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_policy")),
        sa.UniqueConstraint("brand", name="uq_complaint_policy_brand", postgresql_nulls_not_distinct=True),
    )


def _make_complaints() -> None:
    ids = ("contact_id", "account_id", "contact_reason_id", "repeat_of")
    times = ("acknowledged_at", "assessed_at", "investigating_at", "responded_at", "decided_at", "closed_at")
    codes = ("category", "severity", "outcome", "answer", "closed_as")
    op.create_table(
        "complaint",
        *_common(stamped=False),
        sa.Column("ticket_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Uuid(), nullable=True) for name in ids),
        sa.Column("brand", sa.Text(), nullable=False),
        sa.Column("trace_id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledgement_due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decision_due_at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=True) for name in times),
        *(sa.Column(name, sa.Text(), nullable=True) for name in codes),
        sa.Column("decisions", _JSON, nullable=False),
        sa.Column("recourse", _JSON, nullable=True),
        sa.Column("repeat_count", sa.Integer(), nullable=False),
        sa.Column("reopen_count", sa.Integer(), nullable=False),
        sa.CheckConstraint(f"stage IN ({_STAGES})", name=op.f("ck_complaint_stage")),
        sa.CheckConstraint("severity IN ('minor', 'major', 'critical')", name=op.f("ck_complaint_severity")),
        sa.CheckConstraint("outcome IN ('upheld', 'partly_upheld', 'not_upheld')", name=op.f("ck_complaint_outcome")),
        sa.CheckConstraint("answer IN ('accepted', 'refused')", name=op.f("ck_complaint_answer")),
        sa.CheckConstraint(f"closed_as IN ({_ENDS})", name=op.f("ck_complaint_closed_as")),
        sa.CheckConstraint(_CLOSED, name=op.f("ck_complaint_closed")),
        sa.CheckConstraint(_DECIDED, name=op.f("ck_complaint_decided")),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_complaint_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
        sa.UniqueConstraint("ticket_id", name=op.f("uq_complaint_ticket_id")),
    )
    op.create_index("ix_complaint_stage_id", "complaint", ["stage", "id"])
    op.create_index("ix_complaint_open", "complaint", ["id"], postgresql_where=sa.text("stage <> 'closed'"))
    for column in ("account_id", "contact_id", "repeat_of"):
        there = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"ix_complaint_{column}_id", "complaint", [column, "id"], postgresql_where=there)


def _common(*, stamped: bool) -> list[sa.Column[Any]]:
    """The columns that most tables begin with. stamped: when it was made and changed."""
    columns: list[sa.Column[Any]] = [
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
    ]
    if stamped:
        times = (sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in ("created_at", "updated_at"))
        columns.extend(times)
    return columns
