"""Keep word lists, themes, triage, follow-up rules and what they did, and when the steps of loop cases are due."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from shared.db import indexes

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

STAMPS = ("created_at", "updated_at")
CHECKS = {
    "ck_loop_case_overdue_stages": "overdue_stages <@ ARRAY['assigned', 'planned', 'contacted', 'closed']::text[]",
    "ck_loop_case_verified": "(verified_at IS NULL) = (verified_by IS NULL)",
}
AT_STAGE = {
    "triggered": "assigned_at IS NULL AND planned_at IS NULL AND contacted_at IS NULL",
    "assigned": "assigned_at IS NOT NULL AND planned_at IS NULL AND contacted_at IS NULL",
    "planned": "planned_at IS NOT NULL AND contacted_at IS NULL",
    "contacted": "contacted_at IS NOT NULL",
}
INDEXES: indexes.Indexes = {
    **{f"ix_loop_case_{stage}": ("loop_case", ["id"], rows) for stage, rows in AT_STAGE.items()},
    "ix_loop_case_next_due_at": ("loop_case", ["next_due_at"], "next_due_at IS NOT NULL"),
    "ix_follow_up_run_rule_id_id": ("follow_up_run", ["rule_id", "id"], None),
    "ix_follow_up_run_account_id_id": ("follow_up_run", ["account_id", "id"], "account_id IS NOT NULL"),
    "ix_follow_up_run_result_id": ("follow_up_run", ["result", "id"], "result IS NOT NULL"),
}
ONE_RUN = "uq_follow_up_run_response_id_rule_id"


def upgrade() -> None:
    _make_definitions()
    _make_triage()
    _extend_loop_cases()
    op.add_column(
        "response",
        sa.Column("themes_by_hand", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        if_not_exists=True,
    )
    _extend_follow_ups()
    with op.get_context().autocommit_block():  # read the rows without holding up their writers
        for name in CHECKS:
            op.execute(f"ALTER TABLE loop_case VALIDATE CONSTRAINT {name}")
    indexes.build(INDEXES)
    _have_one_run_of_each_rule()


def downgrade() -> None:
    indexes.drop(INDEXES)
    op.drop_table("advocacy_quarantine")
    # A second rule's run of an answer has no place in the older tables.
    op.execute("DELETE FROM follow_up_run WHERE rule_id <> 'positive_good_news'")
    op.create_unique_constraint(op.f("uq_follow_up_run_response_id"), "follow_up_run", ["response_id"])
    op.drop_index(ONE_RUN, table_name="follow_up_run")
    op.drop_column("follow_up_run", "waits_until")
    op.drop_column("follow_up_run", "done")
    op.drop_table("follow_up_rule")
    op.drop_column("response", "themes_by_hand")
    op.drop_table("loop_policy")
    for name in CHECKS:
        op.drop_constraint(op.f(name), "loop_case")
    op.execute("UPDATE loop_case SET verified_at = NULL WHERE verified_at IS NOT NULL")  # by whom is not kept there
    dues = ("assigned_due_at", "planned_due_at", "contacted_due_at", "closed_due_at", "next_due_at")
    for column in (*dues, "verified_by", "overdue_stages", "note"):
        op.drop_column("loop_case", column)
    for table in ("triage_case", "theme", "word_list", "calendar"):
        op.drop_table(table)


def _stamps() -> list[sa.Column[object]]:
    return [sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in STAMPS]


def _version() -> sa.Column[int]:
    return sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False)


def _make_definitions() -> None:
    op.create_table(
        "calendar",
        _version(),
        *_stamps(),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("intervals", postgresql.JSONB(), nullable=False),
        sa.Column("holidays", postgresql.JSONB(none_as_null=True), nullable=True),
        sa.Column("own_holidays", postgresql.JSONB(), nullable=False),
        sa.Column("exceptions", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar")),
        if_not_exists=True,
    )
    op.create_table(
        "word_list",
        _version(),
        *_stamps(),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("words", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_list")),
        sa.UniqueConstraint("kind", "locale", name=op.f("uq_word_list_kind_locale")),
        if_not_exists=True,
    )
    op.create_table(
        "theme",
        _version(),
        *_stamps(),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("words", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme")),
        sa.UniqueConstraint("code", name=op.f("uq_theme_code")),
        if_not_exists=True,
    )
    op.create_table(
        "loop_policy",
        _version(),
        *_stamps(),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stages", postgresql.JSONB(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_loop_policy_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loop_policy")),
        if_not_exists=True,
    )
    op.create_table(
        "follow_up_rule",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("match", postgresql.JSONB(), nullable=False),
        sa.Column("actions", postgresql.JSONB(), nullable=False),
        *_stamps(),
        sa.PrimaryKeyConstraint("id", "version", name=op.f("pk_follow_up_rule")),
        if_not_exists=True,
    )
    op.create_index(
        "uq_follow_up_rule_current",
        "follow_up_rule",
        ["id"],
        unique=True,
        postgresql_where=sa.text("current"),
        if_not_exists=True,
    )
    op.create_index(
        "uq_follow_up_rule_code_version", "follow_up_rule", ["code", "version"], unique=True, if_not_exists=True
    )


def _make_triage() -> None:
    op.create_table(
        "triage_case",
        _version(),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("trace_id", sa.Uuid(), nullable=False),
        sa.Column("reasons", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("assignee_id", sa.Uuid(), nullable=True),
        sa.Column("occasion", sa.SmallInteger(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("withdrawn_for", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'resolved', 'withdrawn')", name=op.f("ck_triage_case_state")),
        sa.CheckConstraint("closed = (state <> 'open')", name=op.f("ck_triage_case_closed")),
        sa.CheckConstraint("outcome IN ('confirmed', 'corrected', 'dismissed')", name=op.f("ck_triage_case_outcome")),
        sa.CheckConstraint("(state = 'resolved') = (outcome IS NOT NULL)", name=op.f("ck_triage_case_resolved")),
        sa.CheckConstraint(
            "withdrawn_for IN ('response_edited', 'response_deleted')", name=op.f("ck_triage_case_withdrawn_for")
        ),
        sa.CheckConstraint(
            "(state = 'withdrawn') = (withdrawn_for IS NOT NULL)", name=op.f("ck_triage_case_withdrawn")
        ),
        sa.CheckConstraint("closed = (closed_at IS NOT NULL)", name=op.f("ck_triage_case_closed_at")),
        sa.CheckConstraint("cardinality(reasons) > 0", name=op.f("ck_triage_case_reasons")),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name=op.f("fk_triage_case_response_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_triage_case")),
        sa.UniqueConstraint("response_id", name=op.f("uq_triage_case_response_id")),
        if_not_exists=True,
    )
    op.create_index("ix_triage_case_closed_id", "triage_case", ["closed", "id"], if_not_exists=True)
    op.create_index("ix_triage_case_state_id", "triage_case", ["state", "closed", "id"], if_not_exists=True)
    for name in ("assignee_id", "account_id"):
        some = sa.text(f"{name} IS NOT NULL")
        op.create_index(
            f"ix_triage_case_{name}", "triage_case", [name, "closed", "id"], postgresql_where=some, if_not_exists=True
        )
    op.create_index("ix_triage_case_trace_id", "triage_case", ["trace_id", "closed", "id"], if_not_exists=True)
    untold = sa.text("told_at IS NULL AND NOT closed")
    op.create_index("ix_triage_case_untold", "triage_case", ["id"], postgresql_where=untold, if_not_exists=True)


def _extend_loop_cases() -> None:
    for name in ("assigned_due_at", "planned_due_at", "contacted_due_at", "closed_due_at", "next_due_at"):
        op.add_column("loop_case", sa.Column(name, sa.DateTime(timezone=True), nullable=True), if_not_exists=True)
    op.add_column("loop_case", sa.Column("note", sa.Text(), nullable=True), if_not_exists=True)
    op.add_column("loop_case", sa.Column("verified_by", sa.Uuid(), nullable=True), if_not_exists=True)
    op.add_column(
        "loop_case",
        sa.Column("overdue_stages", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        if_not_exists=True,
    )
    for name, condition in CHECKS.items():
        op.execute(f"ALTER TABLE loop_case DROP CONSTRAINT IF EXISTS {name}")
        op.execute(f"ALTER TABLE loop_case ADD CONSTRAINT {name} CHECK ({condition}) NOT VALID")


def _extend_follow_ups() -> None:
    op.add_column(
        "follow_up_run", sa.Column("done", postgresql.JSONB(none_as_null=True), nullable=True), if_not_exists=True
    )
    op.add_column(
        "follow_up_run", sa.Column("waits_until", sa.DateTime(timezone=True), nullable=True), if_not_exists=True
    )
    # Of the last minutes alone.
    op.execute(
        "UPDATE follow_up_run SET rule_id = 'positive_good_news', rule_version = 1,"
        " waits_until = opened_at + interval '5 minutes' WHERE state = 'waiting'"
    )
    op.create_table(
        "advocacy_quarantine",
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("rule_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_advocacy_quarantine")),
        if_not_exists=True,
    )


def _have_one_run_of_each_rule() -> None:
    """What a build that did not get its lock left behind is of no use; the older constraint goes once the new is there."""
    with op.get_context().autocommit_block():
        op.drop_index(ONE_RUN, table_name="follow_up_run", if_exists=True, postgresql_concurrently=True)
        op.create_index(
            ONE_RUN,
            "follow_up_run",
            ["response_id", "rule_id"],
            unique=True,
            if_not_exists=True,
            postgresql_concurrently=True,
        )
        op.drop_constraint(op.f("uq_follow_up_run_response_id"), "follow_up_run", if_exists=True)
