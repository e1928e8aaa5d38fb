"""Search subjects and messages; declare fields; keep views and macros."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import text
from sqlalchemy.dialects import postgresql

from shared.db import indexes

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {
    "ix_ticket_type_id": ("ticket", ["type", "id"], None),
    "ix_ticket_created_at": ("ticket", ["created_at"], None),
    "ix_account_name": ("account", [text("lower(name)")], None),
}
WORDS: indexes.Indexes = {
    "ix_message_body_words": ("message", [text("to_tsvector('simple'::regconfig, body)")], None),
}


def upgrade() -> None:
    indexes.build(INDEXES)
    indexes.build(WORDS, using="gin")
    _make_fields()
    _make_views_and_macros()


def downgrade() -> None:
    for table in ("macro", "ticket_view", "ticket_field_policy", "ticket_field"):
        op.drop_table(table)
    indexes.drop(WORDS)
    indexes.drop(INDEXES)


def _make_fields() -> None:
    op.create_table(
        "ticket_field",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("options", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("required_on", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("types", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "type IN ('text', 'integer', 'decimal', 'boolean', 'date', 'choice', 'multi_choice')",
            name=op.f("ck_ticket_field_type"),
        ),
        sa.CheckConstraint(
            "(type IN ('choice', 'multi_choice')) = (cardinality(options) > 0)", name=op.f("ck_ticket_field_options")
        ),
        sa.CheckConstraint("required_on <@ ARRAY['create', 'solve']", name=op.f("ck_ticket_field_required_on")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_field")),
        sa.UniqueConstraint("key", name=op.f("uq_ticket_field_key")),
    )
    op.create_table(
        "ticket_field_policy",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("undeclared", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_ticket_field_policy_one_row")),
        sa.CheckConstraint("undeclared IN ('keep', 'refuse')", name=op.f("ck_ticket_field_policy_undeclared")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_field_policy")),
    )


def _make_views_and_macros() -> None:
    op.create_table(
        "ticket_view",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("filters", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("sort IN ('newest', 'oldest')", name=op.f("ck_ticket_view_sort")),
        sa.CheckConstraint("num_nonnulls(owner_id, group_id) <= 1", name=op.f("ck_ticket_view_audience")),
        sa.ForeignKeyConstraint(["group_id"], ["agent_group.id"], name=op.f("fk_ticket_view_group_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_view")),
    )
    op.create_index("ix_ticket_view_owner_id", "ticket_view", ["owner_id"], unique=False)
    op.create_table(
        "macro",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("actions", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_macro")),
    )
