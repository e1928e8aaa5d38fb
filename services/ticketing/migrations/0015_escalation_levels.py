"""Keep escalation rules, what they did, and when to look at a clock's levels next."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.db import indexes

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {"ix_sla_clock_levels_at": ("sla_clock", ["levels_at"], "levels_at IS NOT NULL")}


def upgrade() -> None:
    op.add_column("sla_clock", sa.Column("levels_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("sla_clock", sa.Column("levels_us", sa.BigInteger(), nullable=True))
    op.add_column("sla_clock", sa.Column("levels_target", sa.Integer(), nullable=True))
    _make_rules()
    _make_work()
    indexes.build(INDEXES)


def downgrade() -> None:
    indexes.drop(INDEXES)
    op.drop_table("escalation_rules_review")
    op.drop_table("sla_unseen")
    op.drop_table("escalation_level")
    op.drop_table("escalation_rule")
    op.drop_column("sla_clock", "levels_target")
    op.drop_column("sla_clock", "levels_us")
    op.drop_column("sla_clock", "levels_at")


def _make_rules() -> None:
    op.create_table(
        "escalation_rule",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("newest", sa.Boolean(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("metrics", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("conditions", postgresql.JSONB(), nullable=False),
        sa.Column("levels", postgresql.JSONB(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name=op.f("pk_escalation_rule")),
    )
    op.create_index(
        "uq_escalation_rule_newest", "escalation_rule", ["id"], unique=True, postgresql_where=sa.text("newest")
    )
    op.create_table(
        "escalation_level",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("clock_id", sa.Uuid(), nullable=False),
        sa.Column("rule_id", sa.Uuid(), nullable=False),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("ticket_id", sa.Uuid(), nullable=False),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("detected_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recipients", postgresql.JSONB(), nullable=False),
        sa.Column("actions", postgresql.JSONB(), nullable=False),
        sa.CheckConstraint("state IN ('fired', 'recorded')", name=op.f("ck_escalation_level_state")),
        sa.CheckConstraint("detected_at >= due_at", name=op.f("ck_escalation_level_detected")),
        sa.ForeignKeyConstraint(["clock_id"], ["sla_clock.id"], name=op.f("fk_escalation_level_clock_id")),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_escalation_level_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation_level")),
        sa.UniqueConstraint("clock_id", "rule_id", "level", name=op.f("uq_escalation_level_clock_id_rule_id_level")),
    )
    op.create_index("ix_escalation_level_ticket_id_id", "escalation_level", ["ticket_id", "id"])


def _make_work() -> None:
    op.create_table(
        "sla_unseen",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("clock_id", sa.Uuid(), nullable=False),
        sa.Column("calendar_id", sa.Uuid(), nullable=True),
        sa.Column("calendar_version", sa.Integer(), nullable=True),
        sa.Column("target_seconds", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("elapsed_us", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("levels_us", sa.BigInteger(), nullable=False),
        sa.Column("levels_target", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "target_seconds > 0 AND elapsed_us >= 0 AND since <= until", name=op.f("ck_sla_unseen_numbers")
        ),
        sa.ForeignKeyConstraint(["clock_id"], ["sla_clock.id"], name=op.f("fk_sla_unseen_clock_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sla_unseen")),
    )
    op.create_index("ix_sla_unseen_until", "sla_unseen", ["until"])
    op.create_table(
        "escalation_rules_review",
        sa.Column("rule_id", sa.Uuid(), nullable=False),
        sa.Column("after_clock_id", sa.Uuid(), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("rule_id", name=op.f("pk_escalation_rules_review")),
    )
