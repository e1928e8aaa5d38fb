"""Keep how people want to be told, what they are told later, and the texts that were edited."""

from shared.features.notifications import second_tables

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    second_tables.make()


def downgrade() -> None:
    second_tables.drop()
