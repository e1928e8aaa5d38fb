"""Read lists by each of their filters without looking through the table."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# By name: the table, the columns, and of which rows.
INDEXES: dict[str, tuple[str, list[str], str | None]] = {
    "ix_ticket_priority_id": ("ticket", ["priority", "id"], None),
    "ix_recovery_case_owner_id_id": ("recovery_case", ["owner_id", "id"], "owner_id IS NOT NULL"),
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
