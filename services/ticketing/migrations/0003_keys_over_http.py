"""Let keys have roles, a maker and a secret that was rotated out."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

COLUMNS = ("version", "roles", "unlimited", "created_by", "rotated_at", "previous_hash", "previous_expires_at")


def upgrade() -> None:
    op.add_column("api_key", sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False))
    op.add_column(
        "api_key", sa.Column("roles", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False)
    )
    op.add_column("api_key", sa.Column("unlimited", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column("api_key", sa.Column("created_by", sa.Text(), nullable=True))
    op.add_column("api_key", sa.Column("rotated_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("api_key", sa.Column("previous_hash", sa.LargeBinary(), nullable=True))
    op.add_column("api_key", sa.Column("previous_expires_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    for column in COLUMNS:
        op.drop_column("api_key", column)
