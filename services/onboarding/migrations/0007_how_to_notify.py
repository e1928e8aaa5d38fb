"""Keep how people want to be told, what they are told later, and the texts that were edited."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.features.notifications import second_tables

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in (
        sa.Column("locale", sa.Text(), nullable=True),
        sa.Column("timezone", sa.Text(), nullable=True),
        sa.Column("preferences", postgresql.JSONB(none_as_null=True), nullable=True),
    ):
        op.add_column("staff", column, if_not_exists=True)
    second_tables.make()


def downgrade() -> None:
    second_tables.drop()
    for column in ("preferences", "timezone", "locale"):
        op.drop_column("staff", column, if_exists=True)
