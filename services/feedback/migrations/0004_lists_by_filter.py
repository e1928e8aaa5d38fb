"""Read lists by each of their filters without looking through the table."""

from shared.db import indexes

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INDEXES: indexes.Indexes = {
    "ix_loop_case_ticket_id_id": ("loop_case", ["ticket_id", "id"], "ticket_id IS NOT NULL"),
    "ix_loop_case_owner_id_id": ("loop_case", ["owner_id", "id"], "owner_id IS NOT NULL"),
    "ix_loop_case_result_id": ("loop_case", ["result", "id"], "result IS NOT NULL"),
    "ix_loop_case_trace_id": ("loop_case", ["trace_id"], None),
    "ix_response_to_triage": ("response", ["id"], "needs_triage AND deleted_at IS NULL"),
}


def upgrade() -> None:
    indexes.build(INDEXES)


def downgrade() -> None:
    indexes.drop(INDEXES)
