"""Read lists by each of their filters without looking through the table."""

from shared.db import indexes

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {
    "ix_account_status_id": ("account", ["status", "id"], None),
    "ix_account_segment_id": ("account", ["segment", "id"], "segment IS NOT NULL"),
    "ix_account_tier_id": ("account", ["tier", "id"], "tier IS NOT NULL"),
}


def upgrade() -> None:
    indexes.build(INDEXES)


def downgrade() -> None:
    indexes.drop(INDEXES)
