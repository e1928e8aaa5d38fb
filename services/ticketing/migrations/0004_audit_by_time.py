"""Read the audit trail newest first, by whatever it is narrowed to."""

from shared.db import indexes

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {
    "ix_audit_at_id": ("audit", ["at", "id"], None),
    "ix_audit_actor_at_id": ("audit", ["actor", "at", "id"], None),
    "ix_audit_action_at_id": ("audit", ["action", "at", "id"], None),
    "ix_audit_entity_at_id": ("audit", ["entity", "at", "id"], None),
    "ix_audit_entity_id_at_id": ("audit", ["entity_id", "at", "id"], None),
    "ix_audit_cause_at_id": ("audit", ["cause", "at", "id"], None),
}
REPLACED: indexes.Indexes = {"ix_audit_entity_entity_id_id": ("audit", ["entity", "entity_id", "id"], None)}


def upgrade() -> None:
    indexes.build(INDEXES)
    indexes.drop(REPLACED)


def downgrade() -> None:
    indexes.build(REPLACED)
    indexes.drop(INDEXES)
