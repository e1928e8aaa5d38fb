"""Find contacts by their address: whoever asks somebody by hand knows that."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_contact_email", "contact", [sa.text("lower(email)")], postgresql_where=sa.text("email IS NOT NULL")
    )


def downgrade() -> None:
    op.drop_index("ix_contact_email", "contact")
