"""Read lists by each of their filters without looking through the table."""

from shared.db import indexes

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {
    "ix_ticket_priority_id": ("ticket", ["priority", "id"], None),
    "ix_recovery_case_owner_id_id": ("recovery_case", ["owner_id", "id"], "owner_id IS NOT NULL"),
}


def upgrade() -> None:
    indexes.build(INDEXES)


def downgrade() -> None:
    indexes.drop(INDEXES)
