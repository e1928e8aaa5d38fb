"""Keep what becomes of an invitation's mails, and list invitations by wave and suppressions by reason."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.db import indexes

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {
    "ix_invitation_wave_id_id": ("invitation", ["wave_id", "id"], "wave_id IS NOT NULL"),
    "ix_suppression_reason_id": ("suppression", ["reason", "id"], None),
}


def upgrade() -> None:
    for column in (
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("mails", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False),
    ):
        op.add_column("invitation", column, if_not_exists=True)
    indexes.build(INDEXES)


def downgrade() -> None:
    indexes.drop(INDEXES)
    for column in ("mails", "attempts", "lease_until"):
        op.drop_column("invitation", column)
