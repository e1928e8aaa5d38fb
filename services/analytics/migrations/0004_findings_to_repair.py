"""Find what is to be repaired without looking through all findings."""

from shared.db import indexes

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {
    "ix_finding_to_repair": ("finding", ["id"], "state = 'open' AND repair_id IS NULL"),
}


def upgrade() -> None:
    indexes.build(INDEXES)


def downgrade() -> None:
    indexes.drop(INDEXES)
