"""The tables as each service's revision makes them. Never changed: what comes later is a revision of its own."""

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Both, empty."""
    op.create_table(
        "erased_contact",
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_erased_contact")),
    )
    op.create_index(
        "ix_erased_contact_waiting",
        "erased_contact",
        ["requested_at"],
        unique=False,
        postgresql_where=sa.text("erased_at IS NULL"),
    )
    op.create_index("ix_erased_contact_erased_at", "erased_contact", ["erased_at"], unique=False)
    op.create_table(
        "contact_address",
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("contact_id", "address", name=op.f("pk_contact_address")),
    )


def drop() -> None:
    """Take them away, marks included."""
    op.drop_table("contact_address")
    op.drop_table("erased_contact")
