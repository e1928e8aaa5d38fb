"""The table as each service's revision makes it. Never changed: what comes later is a revision of its own."""

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Empty."""
    op.create_table(
        "retention_policy",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_run_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_count", sa.Integer(), nullable=True),
        sa.CheckConstraint("days BETWEEN 1 AND 36500", name=op.f("ck_retention_policy_days")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_policy")),
        sa.UniqueConstraint("entity", name=op.f("uq_retention_policy_entity")),
    )


def drop() -> None:
    """Take it away."""
    op.drop_table("retention_policy")
