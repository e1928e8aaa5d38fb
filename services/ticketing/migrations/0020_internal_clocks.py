"""Measure how long tickets rest with groups and wait for suppliers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import text
from sqlalchemy.dialects import postgresql

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

OPEN = text("state IN ('running', 'paused')")
ENDED = text("state = 'fulfilled'")


def upgrade() -> None:
    op.create_table(
        "supplier",
        *_stamped(),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("target_seconds", sa.Integer(), nullable=False),
        sa.Column("calendar_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("target_seconds > 0", name=op.f("ck_supplier_target_seconds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier")),
    )
    op.create_index("uq_supplier_name", "supplier", [text("lower(name)")], unique=True)
    op.create_table(
        "ola_target",
        *_stamped(),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("pickup_seconds", sa.Integer(), nullable=True),
        sa.Column("handling_seconds", sa.Integer(), nullable=True),
        sa.Column("calendar_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("pickup_seconds > 0 AND handling_seconds > 0", name=op.f("ck_ola_target_seconds")),
        sa.ForeignKeyConstraint(["group_id"], ["agent_group.id"], name=op.f("fk_ola_target_group_id")),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_ola_target")),
    )
    _make_clocks()


def downgrade() -> None:
    for table in ("ola_clock", "ola_target", "supplier"):
        op.drop_table(table)


def _stamped() -> list[sa.Column[object]]:
    return [
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default=text("1"), nullable=False),
    ]


def _make_clocks() -> None:
    op.create_table(
        "ola_clock",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ticket_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("trace_id", sa.Uuid(), nullable=False),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("supplier_id", sa.Uuid(), nullable=True),
        sa.Column("target_seconds", sa.Integer(), nullable=False),
        sa.Column("calendar_id", sa.Uuid(), nullable=True),
        sa.Column("calendar_version", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("elapsed_us", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("breached_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("detected_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("past", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint("metric IN ('pickup', 'handling', 'supplier_wait')", name=op.f("ck_ola_clock_metric")),
        sa.CheckConstraint("state IN ('running', 'paused', 'fulfilled')", name=op.f("ck_ola_clock_state")),
        sa.CheckConstraint("num_nonnulls(group_id, supplier_id) = 1", name=op.f("ck_ola_clock_holder")),
        sa.CheckConstraint(
            "(metric = 'supplier_wait') = (supplier_id IS NOT NULL)", name=op.f("ck_ola_clock_supplier")
        ),
        sa.CheckConstraint("target_seconds > 0 AND elapsed_us >= 0", name=op.f("ck_ola_clock_numbers")),
        sa.CheckConstraint("(calendar_id IS NULL) = (calendar_version IS NULL)", name=op.f("ck_ola_clock_calendar")),
        sa.CheckConstraint("detected_at IS NULL OR breached_at IS NOT NULL", name=op.f("ck_ola_clock_detected")),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_ola_clock_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ola_clock")),
    )
    op.create_index("ix_ola_clock_ticket_id_id", "ola_clock", ["ticket_id", "id"])
    op.create_index("uq_ola_clock_open", "ola_clock", ["ticket_id", "metric"], unique=True, postgresql_where=OPEN)
    op.create_index("ix_ola_clock_next_at", "ola_clock", ["next_at"], postgresql_where=text("next_at IS NOT NULL"))
    op.create_index("ix_ola_clock_supplier_open", "ola_clock", ["supplier_id"], postgresql_where=OPEN)
    op.create_index("ix_ola_clock_group_open", "ola_clock", ["group_id", "metric"], postgresql_where=OPEN)
    op.create_index("ix_ola_clock_supplier_ended", "ola_clock", ["supplier_id", "since"], postgresql_where=ENDED)
    op.create_index("ix_ola_clock_group_ended", "ola_clock", ["group_id", "metric", "since"], postgresql_where=ENDED)
