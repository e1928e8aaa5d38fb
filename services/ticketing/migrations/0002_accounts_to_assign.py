"""Keep the accounts of which some waiting cases are not assigned yet."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account_to_assign",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("after_case_id", sa.Uuid(), nullable=False),
        sa.Column("cause_id", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("traceparent", sa.Text(), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_account_to_assign")),
    )


def downgrade() -> None:
    op.drop_table("account_to_assign")
