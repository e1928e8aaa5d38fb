"""Search subjects and messages, by words and by letters."""

from sqlalchemy import text

from alembic import op
from shared.db import indexes

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {
    "ix_ticket_created_at": ("ticket", ["created_at"], None),
    "ix_account_name": ("account", [text("lower(name)")], None),
}
WORDS: indexes.Indexes = {
    "ix_message_body_words": ("message", [text("to_tsvector('simple'::regconfig, body)")], None),
    "ix_message_body_letters": ("message", [text("body gin_trgm_ops")], None),
    "ix_ticket_subject_letters": ("ticket", [text("subject gin_trgm_ops")], None),
}


def upgrade() -> None:
    # Trusted since PostgreSQL 13: the database's owner may, and where it is there already, anybody.
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    indexes.build(INDEXES)
    indexes.build(WORDS, using="gin")


def downgrade() -> None:
    # The extension stays: others may use it by now.
    indexes.drop(WORDS)
    indexes.drop(INDEXES)
