"""Ask contacts: programs, their waves, decisions, invitations, and who is not asked any more."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "send_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("program_id", sa.Uuid(), nullable=True),
        sa.Column("wave_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("reasons", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("next_eligible_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("ticket_id", sa.Uuid(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=True),
        sa.Column("recovery_case_id", sa.Uuid(), nullable=True),
        sa.Column("response_id", sa.Uuid(), nullable=True),
        sa.Column("trace_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("verdict IN ('send', 'queue', 'suppress')", name=op.f("ck_send_decision_verdict")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_send_decision")),
    )
    op.create_index(
        "ix_send_decision_contact_id_id",
        "send_decision",
        ["contact_id", "id"],
        unique=False,
        postgresql_where=sa.text("contact_id IS NOT NULL"),
    )
    op.create_index(
        "ix_send_decision_program_id_id",
        "send_decision",
        ["program_id", "id"],
        unique=False,
        postgresql_where=sa.text("program_id IS NOT NULL"),
    )
    op.create_index(
        "ix_send_decision_ticket_id_id",
        "send_decision",
        ["ticket_id", "id"],
        unique=False,
        postgresql_where=sa.text("ticket_id IS NOT NULL"),
    )
    op.create_index(
        "ix_send_decision_wave_id_id",
        "send_decision",
        ["wave_id", "id"],
        unique=False,
        postgresql_where=sa.text("wave_id IS NOT NULL"),
    )
    op.create_index(
        "ix_send_decision_at", "send_decision", ["at"], unique=False, postgresql_where=sa.text("wave_id IS NULL")
    )
    op.create_index("ix_send_decision_verdict_id", "send_decision", ["verdict", "id"], unique=False)
    op.create_index(
        "ix_send_decision_reason_id",
        "send_decision",
        ["reason", "id"],
        unique=False,
        postgresql_where=sa.text("reason IS NOT NULL"),
    )
    op.create_index("uq_send_decision_key", "send_decision", ["key"], unique=True)
    op.create_table(
        "suppression",
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "reason IN ('unsubscribed', 'bounced', 'complained', 'manual')", name=op.f("ck_suppression_reason")
        ),
        sa.CheckConstraint("(address IS NULL) <> (contact_id IS NULL)", name=op.f("ck_suppression_whom")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suppression")),
    )
    op.create_index(
        "uq_suppression_address",
        "suppression",
        ["address"],
        unique=True,
        postgresql_where=sa.text("address IS NOT NULL"),
    )
    op.create_index(
        "uq_suppression_contact_id",
        "suppression",
        ["contact_id"],
        unique=True,
        postgresql_where=sa.text("contact_id IS NOT NULL"),
    )
    op.create_table(
        "program",
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("shipped", sa.Text(), nullable=True),
        sa.Column("survey_id", sa.Uuid(), nullable=False),
        sa.Column("brand", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("trigger_kind", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("delay_seconds", sa.Integer(), nullable=False),
        sa.Column("rrule", sa.Text(), nullable=True),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("quarantine_class", sa.Text(), nullable=False),
        sa.Column("audience", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sampling_rate", sa.Float(), nullable=False),
        sa.Column("channels", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("sending_window", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("reminders", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.Column("expires_after_seconds", sa.Integer(), nullable=False),
        sa.Column("edit_window_seconds", sa.Integer(), nullable=False),
        sa.Column("min_tenure_seconds", sa.Integer(), nullable=False),
        sa.Column("cadence_seconds", sa.Integer(), nullable=False),
        sa.Column("gap_seconds", sa.Integer(), nullable=False),
        sa.Column("account_cap", sa.Integer(), nullable=True),
        sa.Column("trickle_seconds", sa.Integer(), nullable=False),
        sa.Column("frame_origins", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.CheckConstraint("(trigger_kind = 'event') = (event IS NOT NULL)", name=op.f("ck_program_event")),
        sa.CheckConstraint("(trigger_kind = 'schedule') = (rrule IS NOT NULL)", name=op.f("ck_program_rrule")),
        sa.CheckConstraint(
            "quarantine_class IN ('relationship', 'transactional', 'follow_up')",
            name=op.f("ck_program_quarantine_class"),
        ),
        sa.CheckConstraint("state IN ('draft', 'active', 'paused', 'ended')", name=op.f("ck_program_state")),
        sa.CheckConstraint(
            "trigger_kind IN ('event', 'schedule', 'wave', 'manual')", name=op.f("ck_program_trigger_kind")
        ),
        sa.CheckConstraint("cardinality(reminders) <= 2", name=op.f("ck_program_reminders")),
        sa.CheckConstraint("sampling_rate > 0 AND sampling_rate <= 1", name=op.f("ck_program_sampling_rate")),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_program_survey_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_program")),
    )
    op.create_index(
        "ix_program_event",
        "program",
        ["event"],
        unique=False,
        postgresql_where=sa.text("state = 'active' AND event IS NOT NULL"),
    )
    op.create_index(
        "ix_program_next_due_at", "program", ["next_due_at"], unique=False, postgresql_where=sa.text("state = 'active'")
    )
    op.create_index(
        "uq_program_shipped", "program", ["shipped"], unique=True, postgresql_where=sa.text("shipped IS NOT NULL")
    )
    op.create_table(
        "invitation",
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("program_id", sa.Uuid(), nullable=False),
        sa.Column("wave_id", sa.Uuid(), nullable=True),
        sa.Column("survey_id", sa.Uuid(), nullable=False),
        sa.Column("survey_version", sa.Integer(), nullable=False),
        sa.Column("survey_type", sa.Text(), nullable=False),
        sa.Column("quarantine_class", sa.Text(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("ticket_id", sa.Uuid(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=True),
        sa.Column("recovery_case_id", sa.Uuid(), nullable=True),
        sa.Column("response_id", sa.Uuid(), nullable=True),
        sa.Column("answer_id", sa.Uuid(), nullable=True),
        sa.Column("trace_id", sa.Uuid(), nullable=False),
        sa.Column("brand", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.Column("reserved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("bounced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("partial_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edit_window_seconds", sa.Integer(), nullable=False),
        sa.CheckConstraint("channel IN ('email', 'link')", name=op.f("ck_invitation_channel")),
        sa.CheckConstraint(
            "state IN ('planned', 'queued', 'sent', 'delivered', 'bounced', 'opened', 'started', 'partial', 'completed', 'expired', 'cancelled')",
            name=op.f("ck_invitation_state"),
        ),
        sa.ForeignKeyConstraint(["decision_id"], ["send_decision.id"], name=op.f("fk_invitation_decision_id")),
        sa.ForeignKeyConstraint(["program_id"], ["program.id"], name=op.f("fk_invitation_program_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
    )
    op.create_index(
        "ix_invitation_account_id_id",
        "invitation",
        ["account_id", "id"],
        unique=False,
        postgresql_where=sa.text("account_id IS NOT NULL"),
    )
    op.create_index(
        "ix_invitation_contact_id_id",
        "invitation",
        ["contact_id", "id"],
        unique=False,
        postgresql_where=sa.text("contact_id IS NOT NULL"),
    )
    op.create_index(
        "ix_invitation_next_at",
        "invitation",
        ["next_at"],
        unique=False,
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )
    op.create_index("ix_invitation_program_id_id", "invitation", ["program_id", "id"], unique=False)
    op.create_index("ix_invitation_state_id", "invitation", ["state", "id"], unique=False)
    op.create_index(
        "ix_invitation_ticket_id",
        "invitation",
        ["ticket_id"],
        unique=False,
        postgresql_where=sa.text("ticket_id IS NOT NULL"),
    )
    op.create_index("ix_invitation_trace_id", "invitation", ["trace_id"], unique=False)
    op.create_index(
        "ix_invitation_wave_id_account_id",
        "invitation",
        ["wave_id", "account_id"],
        unique=False,
        postgresql_where=sa.text("wave_id IS NOT NULL"),
    )
    op.create_index("uq_invitation_decision_id", "invitation", ["decision_id"], unique=True)
    op.create_table(
        "wave",
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("program_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("trickle_seconds", sa.Integer(), nullable=False),
        sa.Column("after_contact_id", sa.Uuid(), nullable=True),
        sa.Column("counts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("trace_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "state IN ('planned', 'running', 'paused', 'done', 'cancelled')", name=op.f("ck_wave_state")
        ),
        sa.ForeignKeyConstraint(["program_id"], ["program.id"], name=op.f("fk_wave_program_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wave")),
        sa.UniqueConstraint("program_id", "number", name=op.f("uq_wave_program_id_number")),
    )
    op.create_index(
        "ix_wave_not_before",
        "wave",
        ["not_before"],
        unique=False,
        postgresql_where=sa.text("state IN ('planned', 'running')"),
    )
    op.create_index("ix_wave_program_id_id", "wave", ["program_id", "id"], unique=False)


def downgrade() -> None:
    for table in ("wave", "invitation", "program", "suppression", "send_decision"):
        op.drop_table(table)
