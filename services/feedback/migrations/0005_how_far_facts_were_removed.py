"""Keep how far facts were removed from the outbox, for those who follow the feed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outbox_removed",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_outbox_removed_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_removed")),
    )
    # What an older release removed it did not count: all before the oldest fact that is left may be gone.
    op.execute(
        """
        INSERT INTO outbox_removed (id, position)
        SELECT 1, least(
            next_position - 1, (SELECT min(position) - 1 FROM outbox WHERE type <> 'service.heartbeat.v1')
        ) FROM relay_state
        """
    )


def downgrade() -> None:
    op.drop_table("outbox_removed")
