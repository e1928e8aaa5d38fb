"""Keep what becomes of an invitation's mails, and list invitations by wave and suppressions by reason."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("invitation", sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column("invitation", sa.Column("attempts", sa.Integer(), server_default="0", nullable=False))
    op.add_column(
        "invitation",
        sa.Column("mails", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False),
    )
    op.create_index(
        "ix_invitation_wave_id_id", "invitation", ["wave_id", "id"], postgresql_where=sa.text("wave_id IS NOT NULL")
    )
    op.create_index("ix_suppression_reason_id", "suppression", ["reason", "id"])


def downgrade() -> None:
    op.drop_index("ix_suppression_reason_id", "suppression")
    op.drop_index("ix_invitation_wave_id_id", "invitation")
    for column in ("mails", "attempts", "lease_until"):
        op.drop_column("invitation", column)
