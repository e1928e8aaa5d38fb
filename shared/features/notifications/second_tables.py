"""What each service's revision adds for preferences, digests, other channels and edited texts. Never changed.

Each part may be made again, since the indexes end the transaction before them.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.db import indexes

CHECKS = {
    "ck_notification_channel": "channel IN ('email', 'webhook', 'apprise')",
    "ck_notification_held_for": "held_for IN ('quiet_hours', 'digest')",
    "ck_notification_held_for_something": "(state = 'held') = (held_for IS NOT NULL)",
}
INDEXES: indexes.Indexes = {
    "ix_notification_held": ("notification", ["not_before", "staff_id"], "state = 'held'"),
    "ix_notification_digest_id": ("notification", ["digest_id"], "digest_id IS NOT NULL"),
}


def make() -> None:
    """Two tables, and three columns of the one that was there."""
    op.create_table(
        "notification_template",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("html", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("written_by", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification_template")),
        sa.UniqueConstraint(
            "template", "locale", "version", name=op.f("uq_notification_template_template_locale_version")
        ),
        if_not_exists=True,
    )
    op.create_table(
        "notification_recipient",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=True),
        sa.Column("timezone", sa.Text(), nullable=True),
        sa.Column("preferences", postgresql.JSONB(none_as_null=True), nullable=True),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_notification_recipient")),
        if_not_exists=True,
    )
    for column in (
        sa.Column("held_for", sa.Text(), nullable=True),
        sa.Column("digest_id", sa.Uuid(), nullable=True),
        sa.Column("tries", postgresql.JSONB(), server_default="[]", nullable=False),
    ):
        op.add_column("notification", column, if_not_exists=True)
    for name, condition in CHECKS.items():
        _check(name, condition)
    with op.get_context().autocommit_block():  # read the rows without holding up their writers
        for name in CHECKS:
            op.execute(f"ALTER TABLE notification VALIDATE CONSTRAINT {name}")
    indexes.build(INDEXES)


def drop() -> None:
    """Take them away. What was to go elsewhere stays as mail to an address that is none; what waited goes out."""
    indexes.drop(INDEXES)
    for name in CHECKS:
        op.execute(f"ALTER TABLE notification DROP CONSTRAINT IF EXISTS {name}")
    op.execute("UPDATE notification SET channel = 'email' WHERE channel <> 'email'")
    op.execute("UPDATE notification SET state = 'queued', not_before = NULL WHERE state = 'held'")
    _check("ck_notification_channel", "channel IN ('email')")
    for column in ("tries", "digest_id", "held_for"):
        op.drop_column("notification", column, if_exists=True)
    op.drop_table("notification_recipient", if_exists=True)
    op.drop_table("notification_template", if_exists=True)


def _check(name: str, condition: str) -> None:
    op.execute(f"ALTER TABLE notification DROP CONSTRAINT IF EXISTS {name}")
    op.execute(f"ALTER TABLE notification ADD CONSTRAINT {name} CHECK ({condition}) NOT VALID")
