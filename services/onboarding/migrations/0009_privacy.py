"""Erase and export people, and keep things for so many days."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import text

from shared.db import indexes
from shared.features.privacy import first_tables as privacy
from shared.features.retention import first_tables as retention

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {
    "ix_notification_contact_id": ("notification", ["contact_id"], "contact_id IS NOT NULL"),
    "ix_notification_address": ("notification", [text("lower(address)")], "recipient_kind <> 'staff'"),
}

KNOWN_ADDRESSES = """
INSERT INTO contact_address (contact_id, address)
SELECT id, lower(email) FROM contact WHERE email IS NOT NULL UNION SELECT id, lower(phone) FROM contact
WHERE phone IS NOT NULL
"""


def upgrade() -> None:
    indexes.build(INDEXES)
    privacy.make()
    retention.make()
    op.create_table(
        "erasure",
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_erasure")),
    )
    op.create_table(
        "erasure_answer",
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "service IN ('onboarding', 'ticketing', 'feedback', 'analytics')", name=op.f("ck_erasure_answer_service")
        ),
        sa.PrimaryKeyConstraint("contact_id", "service", name=op.f("pk_erasure_answer")),
    )
    op.execute(KNOWN_ADDRESSES)


def downgrade() -> None:
    op.drop_table("erasure_answer")
    op.drop_table("erasure")
    retention.drop()
    privacy.drop()
    indexes.drop(INDEXES)
