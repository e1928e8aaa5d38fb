"""Route tickets: rules, strategies, presence, turns, and why each ticket went where it went."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.db import indexes

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

CARRIED = "status IN ('new', 'open') AND merged_into_id IS NULL"
WAITING = f"assignee_id IS NULL AND assigned_by IN ('routing', 'rerouted') AND {CARRIED}"

STRATEGIES = "strategy IN ('manual', 'round_robin', 'least_loaded', 'skills')"
INDEXES: indexes.Indexes = {
    "ix_ticket_load": ("ticket", ["assignee_id"], CARRIED),
    "ix_ticket_waiting": ("ticket", ["group_id", "priority", "id"], WAITING),
}


def upgrade() -> None:
    indexes.build(INDEXES)
    op.execute(
        "ALTER TABLE agent_group ADD COLUMN strategy text NOT NULL DEFAULT 'manual'"
        f" CONSTRAINT ck_agent_group_strategy CHECK ({STRATEGIES})"
    )
    op.add_column(
        "agent_group", sa.Column("account_owner_first", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.add_column("agent_group_member", sa.Column("turn", sa.BigInteger(), nullable=True))
    # All processes of a service are of one release, so none that takes null for impossible reads it.
    op.execute("-- squawk-ignore ban-drop-not-null\nALTER TABLE agent ALTER COLUMN capacity DROP NOT NULL")
    op.create_table(
        "agent_presence",
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('available', 'busy', 'away', 'offline')", name=op.f("ck_agent_presence_state")),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_agent_presence")),
    )
    op.execute(
        "INSERT INTO agent_presence (staff_id, state, created_at, updated_at)"
        " SELECT DISTINCT staff_id, 'available', now(), now() FROM agent_group_member"
    )
    op.create_table(
        "agent_to_relieve",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("cause_id", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("traceparent", sa.Text(), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_agent_to_relieve")),
    )
    op.create_table(
        "routing_rule",
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("match", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("account_owner_first", sa.Boolean(), nullable=False),
        sa.Column("skills", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["agent_group.id"], name=op.f("fk_routing_rule_group_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_routing_rule")),
    )
    op.create_table(
        "routing_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ticket_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("rule_id", sa.Uuid(), nullable=True),
        sa.Column("rule_version", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("strategy", sa.Text(), nullable=False),
        sa.Column("skills", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("assignee_id", sa.Uuid(), nullable=True),
        sa.Column("explanation", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint(
            "occasion IN ('created', 'group_given', 'waiting', 'rerouted')", name=op.f("ck_routing_decision_occasion")
        ),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_routing_decision_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_routing_decision")),
    )
    op.create_index("ix_routing_decision_ticket_id_id", "routing_decision", ["ticket_id", "id"])


def downgrade() -> None:
    op.drop_table("routing_decision")
    op.drop_table("routing_rule")
    op.drop_table("agent_to_relieve")
    op.drop_table("agent_presence")
    op.execute("UPDATE agent SET capacity = 10000 WHERE capacity IS NULL")
    op.alter_column("agent", "capacity", existing_type=sa.Integer(), nullable=False)
    op.drop_column("agent_group_member", "turn")
    op.drop_constraint(op.f("ck_agent_group_strategy"), "agent_group")
    op.drop_column("agent_group", "account_owner_first")
    op.drop_column("agent_group", "strategy")
    indexes.drop(INDEXES)
