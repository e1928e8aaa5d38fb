"""Read the audit trail newest first, by whatever it is narrowed to."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_audit_at_id": ["at", "id"],
    "ix_audit_actor_at_id": ["actor", "at", "id"],
    "ix_audit_action_at_id": ["action", "at", "id"],
    "ix_audit_entity_at_id": ["entity", "at", "id"],
    "ix_audit_entity_id_at_id": ["entity_id", "at", "id"],
    "ix_audit_cause_at_id": ["cause", "at", "id"],
}
REPLACED = "ix_audit_entity_entity_id_id"


def upgrade() -> None:
    with op.get_context().autocommit_block():
        for name, columns in INDEXES.items():
            # What a build that did not get its lock left behind is of no use, and in the next one's way.
            op.drop_index(name, table_name="audit", if_exists=True, postgresql_concurrently=True)
            op.create_index(name, "audit", columns, if_not_exists=True, postgresql_concurrently=True)
        op.drop_index(REPLACED, table_name="audit", if_exists=True, postgresql_concurrently=True)


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.drop_index(REPLACED, table_name="audit", if_exists=True, postgresql_concurrently=True)
        op.create_index(
            REPLACED, "audit", ["entity", "entity_id", "id"], if_not_exists=True, postgresql_concurrently=True
        )
        for name in INDEXES:
            op.drop_index(name, table_name="audit", if_exists=True, postgresql_concurrently=True)
