"""Erase and export people, and keep things for so many days."""

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
    "ix_finding_rule_id_id": ("finding", ["rule_id", "id"], "rule_id IS NOT NULL"),
    "ix_notification_contact_id": ("notification", ["contact_id"], "contact_id IS NOT NULL"),
    "ix_notification_address": ("notification", [text("lower(address)")], "recipient_kind <> 'staff'"),
}

ON_FACTS = {
    "ix_fact_contact_id": (
        "(data ->> 'contact_id')",
        "type IN ('contact.created.v1', 'contact.updated.v1', 'contact.erasure_requested.v1',"
        " 'response.received.v1', 'response.edited.v1')",
    ),
    "ix_fact_respondent_email": (
        "lower((data -> 'respondent') ->> 'email')",
        "type IN ('response.received.v1', 'response.edited.v1') AND data -> 'respondent' <> 'null'",
    ),
}
"""By name: the expression, and of which facts."""

# A parent's index is empty: it is made and taken away in no time, and PostgreSQL cannot do either concurrently.
OF_THE_PARENT = "-- squawk-ignore require-concurrent-index-creation, require-concurrent-index-deletion\n"

PARTITIONS = text("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'fact'::regclass ORDER BY 1")


def _index_partitions() -> None:
    """Index each partition beside its writers, and then take these together as the parent's; it may be repeated."""
    with op.get_context().autocommit_block():
        # Written down without a database, there are none.
        partitions = [] if op.get_context().as_sql else op.get_bind().scalars(PARTITIONS).all()
        for name, (expression, rows) in ON_FACTS.items():
            op.execute(f"{OF_THE_PARENT}DROP INDEX IF EXISTS {name}")
            op.execute(f"{OF_THE_PARENT}CREATE INDEX IF NOT EXISTS {name} ON ONLY fact ({expression}) WHERE {rows}")
            for partition in partitions:
                part = f"{name.replace('fact', partition)}"
                op.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {part}")
                op.execute(f"CREATE INDEX CONCURRENTLY {part} ON {partition} ({expression}) WHERE {rows}")
                op.execute(f"ALTER INDEX {name} ATTACH PARTITION {part}")


KNOWN_ADDRESSES = """
INSERT INTO contact_address (contact_id, address)
SELECT (data ->> 'contact_id')::uuid, lower(address)
FROM fact CROSS JOIN unnest(ARRAY[data ->> 'email', data ->> 'phone']) AS address
WHERE type IN ('contact.created.v1', 'contact.updated.v1') AND address IS NOT NULL
ON CONFLICT DO NOTHING
"""


def upgrade() -> None:
    indexes.build(INDEXES)
    _index_partitions()
    privacy.make()
    retention.make()
    op.execute(KNOWN_ADDRESSES)


def downgrade() -> None:
    with op.get_context().autocommit_block():
        for name in ON_FACTS:
            op.execute(f"DROP INDEX IF EXISTS {name}")
    retention.drop()
    privacy.drop()
    indexes.drop(INDEXES)
