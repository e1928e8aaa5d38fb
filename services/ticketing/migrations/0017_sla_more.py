"""Find the tickets that were opened in a time, for simulations, without looking through the table."""

from shared.db import indexes

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {
    "ix_ticket_created_at_id": ("ticket", ["created_at", "id"], "NOT silent"),
}


def upgrade() -> None:
    indexes.build(INDEXES)


def downgrade() -> None:
    indexes.drop(INDEXES)
