"""Keep of contacts and accounts what decides whether they are asked, and which cases of theirs are open."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

NO_TEXTS = sa.text("'{}'")


def upgrade() -> None:
    op.add_column("account", sa.Column("tier", sa.Text(), nullable=True))
    op.add_column("account", sa.Column("tags", postgresql.ARRAY(sa.Text()), server_default=NO_TEXTS, nullable=False))
    for name in ("email", "locale", "timezone"):
        op.add_column("contact", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("roles", postgresql.ARRAY(sa.Text()), server_default=NO_TEXTS, nullable=False))
    op.add_column("contact", sa.Column("consent_email", sa.Boolean(), nullable=True))
    op.add_column("contact", sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False))
    op.add_column("contact", sa.Column("since_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("contact", sa.Column("merged_into_id", sa.Uuid(), nullable=True))
    op.create_table(
        "service_case",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("trace_id", sa.Uuid(), nullable=True),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("merged", sa.Boolean(), nullable=False),
        sa.Column("ended_sequence", sa.BigInteger(), nullable=False),
        sa.Column("merged_sequence", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("kind IN ('complaint', 'escalation', 'recovery')", name=op.f("ck_service_case_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_case")),
    )
    op.create_index(
        "ix_service_case_contact_id",
        "service_case",
        ["contact_id"],
        unique=False,
        postgresql_where=sa.text("contact_id IS NOT NULL AND NOT ended AND NOT merged"),
    )


def downgrade() -> None:
    op.drop_table("service_case")
    for name in ("merged_into_id", "since_at", "active", "consent_email", "roles", "timezone", "locale", "email"):
        op.drop_column("contact", name)
    for name in ("tags", "tier"):
        op.drop_column("account", name)
