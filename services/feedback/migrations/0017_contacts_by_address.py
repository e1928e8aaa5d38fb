"""Find contacts by their address: whoever asks somebody by hand knows that."""

import sqlalchemy as sa

from shared.db import indexes

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {"ix_contact_email": ("contact", [sa.text("lower(email)")], "email IS NOT NULL")}


def upgrade() -> None:
    indexes.build(INDEXES)


def downgrade() -> None:
    indexes.drop(INDEXES)
