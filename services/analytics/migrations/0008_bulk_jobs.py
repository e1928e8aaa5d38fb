"""Keep bulk jobs, what came of their rows, and their bytes."""

from shared.features.bulk_jobs import first_tables

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    first_tables.make()


def downgrade() -> None:
    first_tables.drop()
