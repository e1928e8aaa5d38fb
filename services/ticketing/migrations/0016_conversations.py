"""Keep where customers write from, files, and how far replies are on their way out.

It may be run again after it broke off, since the indexes end the transaction before them.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.db import indexes

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

STATES = "delivery_state IN ('queued', 'sent', 'failed', 'not_applicable')"
ADDED: dict[str, list[sa.Column[object]]] = {
    "ticket": [sa.Column("customer_channel", sa.Text(), nullable=True)],
    "message": [
        sa.Column("author_address", sa.Text(), nullable=True),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attachments", postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False),
        sa.Column("delivery_channel", sa.Text(), nullable=True),
        sa.Column("delivery_state", sa.Text(), nullable=True),
        sa.Column("delivery_attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("delivery_error", sa.Text(), nullable=True),
        sa.Column("delivery_lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
    ],
    "contact": [
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
    ],
}
INDEXES: indexes.Indexes = {
    "ix_message_author_address": ("message", ["author_address"], "author_address IS NOT NULL"),
    "ix_message_queued": ("message", ["id"], "delivery_state = 'queued'"),
    "ix_contact_email": ("contact", ["email"], "email IS NOT NULL"),
    "ix_contact_phone": ("contact", ["phone"], "phone IS NOT NULL"),
}
# Of what was told before, as far as it is unambiguous: an address that the contact had earlier is theirs still.
KNOWN = """
UPDATE contact SET
    email = (SELECT min(address) FROM contact_address AS held
             WHERE held.contact_id = contact.contact_id AND address LIKE '%@%'),
    phone = (SELECT min(nullif(regexp_replace(regexp_replace(address, '[^0-9]', '', 'g'), '^00', ''), ''))
             FROM contact_address AS held
             WHERE held.contact_id = contact.contact_id AND address NOT LIKE '%@%')
WHERE email IS NULL AND phone IS NULL
"""


def upgrade() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("uploaded_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        if_not_exists=True,
    )
    for name, rows, key in (
        ("ix_attachment_message_id", "message_id IS NOT NULL", "message_id"),
        ("ix_attachment_orphan", "message_id IS NULL", "created_at"),
        ("ix_attachment_removed", "removed_at IS NOT NULL", "removed_at"),
    ):
        op.create_index(name, "attachment", [key], postgresql_where=sa.text(rows), if_not_exists=True)
    for table, columns in ADDED.items():
        for column in columns:
            op.add_column(table, column, if_not_exists=True)
    op.execute("ALTER TABLE message DROP CONSTRAINT IF EXISTS ck_message_delivery_state")
    op.execute(f"ALTER TABLE message ADD CONSTRAINT ck_message_delivery_state CHECK ({STATES}) NOT VALID")
    op.execute(KNOWN)
    with op.get_context().autocommit_block():  # read the rows without holding up their writers
        op.execute("ALTER TABLE message VALIDATE CONSTRAINT ck_message_delivery_state")
    indexes.build(INDEXES)


def downgrade() -> None:
    indexes.drop(INDEXES)
    op.execute("ALTER TABLE message DROP CONSTRAINT IF EXISTS ck_message_delivery_state")
    for table, columns in ADDED.items():
        for column in columns:
            op.drop_column(table, column.name, if_exists=True)
    op.drop_table("attachment", if_exists=True)
