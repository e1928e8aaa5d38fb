"""Know when a partial answer is taken for the whole one."""

import sqlalchemy as sa
from alembic import op

from shared.db import indexes

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {"ix_response_settles_at": ("response", ["settles_at"], "settles_at IS NOT NULL")}


def upgrade() -> None:
    op.add_column("response", sa.Column("settles_at", sa.DateTime(timezone=True), nullable=True), if_not_exists=True)
    indexes.build(INDEXES)


def downgrade() -> None:
    indexes.drop(INDEXES)
    op.drop_column("response", "settles_at")
