"""Keep bulk jobs, what came of their rows, and their bytes; a ticket may be silent."""

import sqlalchemy as sa
from alembic import op

from shared.features.bulk_jobs import first_tables

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    first_tables.make()
    op.add_column("ticket", sa.Column("silent", sa.Boolean(), server_default=sa.text("false"), nullable=False))


def downgrade() -> None:
    op.drop_column("ticket", "silent")
    first_tables.drop()
