"""Read lists by each of their filters without looking through the table."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# By name: the table, the columns, and of which rows.
INDEXES: dict[str, tuple[str, list[str], str | None]] = {
    "ix_account_status_id": ("account", ["status", "id"], None),
    "ix_account_segment_id": ("account", ["segment", "id"], "segment IS NOT NULL"),
    "ix_account_tier_id": ("account", ["tier", "id"], "tier IS NOT NULL"),
}


def upgrade() -> None:
    with op.get_context().autocommit_block():
        for name, (table, columns, rows) in INDEXES.items():
            # What a build that did not get its lock left behind is of no use, and in the next one's way.
            op.drop_index(name, table_name=table, if_exists=True, postgresql_concurrently=True)
            op.create_index(
                name,
                table,
                columns,
                if_not_exists=True,
                postgresql_concurrently=True,
                postgresql_where=sa.text(rows) if rows else None,
            )


def downgrade() -> None:
    with op.get_context().autocommit_block():
        for name, (table, _, _) in INDEXES.items():
            op.drop_index(name, table_name=table, if_exists=True, postgresql_concurrently=True)
