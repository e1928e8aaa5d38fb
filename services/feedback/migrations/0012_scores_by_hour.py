"""Add answers up by the hour, so that scores of a year are read without looking at each; find what was delivered when."""

import sqlalchemy as sa
from alembic import op

from shared.db import indexes

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

REACHED_AT = "least(sent_at, delivered_at, opened_at, started_at, partial_at, completed_at)"
INDEXES: indexes.Indexes = {
    "ix_invitation_reached_at": ("invitation", [sa.text(REACHED_AT)], f"{REACHED_AT} IS NOT NULL"),
}


def upgrade() -> None:
    indexes.build(INDEXES)
    op.create_table(
        "score_hour",
        sa.Column("survey_type", sa.Text(), nullable=False),
        sa.Column("group_by", sa.Text(), nullable=False),
        sa.Column("hour", sa.DateTime(timezone=True), nullable=False),
        sa.Column("group_value", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("positives", sa.Integer(), nullable=False),
        sa.Column("neutrals", sa.Integer(), nullable=False),
        sa.Column("negatives", sa.Integer(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("squares", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("survey_type", "group_by", "hour", "group_value", name=op.f("pk_score_hour")),
    )
    op.create_table(
        "score_stale_hour",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("survey_type", sa.Text(), nullable=False),
        sa.Column("hour", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_stale_hour")),
    )
    op.create_index("ix_score_stale_hour_survey_type_hour", "score_stale_hour", ["survey_type", "hour"])
    op.create_table(
        "score_progress",
        sa.Column("single", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("added_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_until", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("single", name=op.f("ck_score_progress_single")),
        sa.PrimaryKeyConstraint("single", name=op.f("pk_score_progress")),
    )


def downgrade() -> None:
    indexes.drop(INDEXES)
    op.drop_table("score_progress")
    op.drop_table("score_stale_hour")
    op.drop_table("score_hour")
