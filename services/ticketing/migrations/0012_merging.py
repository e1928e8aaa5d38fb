"""Merge tickets and undo it, and link them."""

import sqlalchemy as sa
from alembic import op

from shared.db import indexes

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {
    "ix_ticket_merged_into_id": ("ticket", ["merged_into_id"], "merged_into_id IS NOT NULL"),
    "ix_message_addressed_to_id": ("message", ["addressed_to_id"], "addressed_to_id IS NOT NULL"),
    "ix_recovery_case_home_ticket_id": ("recovery_case", ["home_ticket_id"], "home_ticket_id IS NOT NULL"),
}


def upgrade() -> None:
    # The indexes need the columns in a transaction before theirs: so these may be there when it is tried again.
    op.execute("ALTER TABLE message ADD COLUMN IF NOT EXISTS addressed_to_id uuid")
    op.execute("ALTER TABLE recovery_case ADD COLUMN IF NOT EXISTS home_ticket_id uuid")
    indexes.build(INDEXES)
    op.create_table(
        "ticket_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('relates_to', 'blocks', 'duplicates', 'caused_by', 'split_from', 'follow_up_of')",
            name=op.f("ck_ticket_link_kind"),
        ),
        sa.CheckConstraint("from_id <> to_id", name=op.f("ck_ticket_link_two")),
        sa.ForeignKeyConstraint(["from_id"], ["ticket.id"], name=op.f("fk_ticket_link_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["ticket.id"], name=op.f("fk_ticket_link_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_link")),
        sa.UniqueConstraint("from_id", "to_id", "kind", name="uq_ticket_link_once"),
    )
    op.create_index("ix_ticket_link_to_id", "ticket_link", ["to_id"])


def downgrade() -> None:
    op.drop_table("ticket_link")
    indexes.drop(INDEXES)
    op.drop_column("recovery_case", "home_ticket_id")
    op.drop_column("message", "addressed_to_id")
