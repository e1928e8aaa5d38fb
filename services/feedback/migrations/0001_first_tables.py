"""first tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "api_key",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("scopes", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_key")),
        sa.UniqueConstraint("prefix", name=op.f("uq_api_key_prefix")),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_entity_entity_id_id", "audit", ["entity", "entity_id", "id"], unique=False)
    op.create_table(
        "consumer_position",
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("log_id", sa.Text(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("topic", "partition", name=op.f("pk_consumer_position")),
    )
    op.create_table(
        "dead_letter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=True),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("key", sa.LargeBinary(), nullable=True),
        sa.Column("headers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("handler", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'replayed', 'discarded')", name=op.f("ck_dead_letter_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dead_letter")),
    )
    op.create_index(op.f("ix_dead_letter_event_id"), "dead_letter", ["event_id"], unique=False)
    op.create_index("ix_dead_letter_state_id", "dead_letter", ["state", "id"], unique=False)
    op.create_table(
        "idempotency_key",
        sa.Column("principal", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("headers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("principal", "method", "path", "key", name=op.f("pk_idempotency_key")),
    )
    op.create_index("ix_idempotency_key_created_at", "idempotency_key", ["created_at"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_inbox")),
    )
    op.create_index("ix_inbox_received_at", "inbox", ["received_at"], unique=False, postgresql_using="brin")
    op.create_table(
        "job",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("interval_seconds", sa.Float(), nullable=False),
        sa.Column("next_run_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("last_run_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_duration_seconds", sa.Float(), nullable=True),
        sa.Column("last_count", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_job")),
    )
    op.create_table(
        "notification",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("recipient_kind", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=True),
        sa.Column("ticket_id", sa.Uuid(), nullable=True),
        sa.Column("recovery_case_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("handoff_id", sa.Uuid(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=True),
        sa.Column("dedup_key", sa.Text(), nullable=False),
        sa.Column("values", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error_code", sa.Text(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("evidence", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("trace_id", sa.Uuid(), nullable=False),
        sa.Column("caused_by", sa.Text(), nullable=False),
        sa.Column("traceparent", sa.Text(), nullable=True),
        sa.CheckConstraint("channel IN ('email')", name=op.f("ck_notification_channel")),
        sa.CheckConstraint(
            "recipient_kind IN ('staff', 'contact', 'address')", name=op.f("ck_notification_recipient_kind")
        ),
        sa.CheckConstraint(
            "state IN ('queued', 'held', 'sent', 'failed', 'cancelled')", name=op.f("ck_notification_state")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification")),
        sa.UniqueConstraint("dedup_key", name=op.f("uq_notification_dedup_key")),
    )
    op.create_index(
        "ix_notification_queued", "notification", ["id"], unique=False, postgresql_where=sa.text("state = 'queued'")
    )
    op.create_index(
        "ix_notification_response_id",
        "notification",
        ["response_id"],
        unique=False,
        postgresql_where=sa.text("response_id IS NOT NULL"),
    )
    op.create_index(
        "ix_notification_staff_id",
        "notification",
        ["staff_id"],
        unique=False,
        postgresql_where=sa.text("staff_id IS NOT NULL"),
    )
    op.create_index("ix_notification_state_id", "notification", ["state", "id"], unique=False)
    op.create_index(
        "ix_notification_ticket_id",
        "notification",
        ["ticket_id"],
        unique=False,
        postgresql_where=sa.text("ticket_id IS NOT NULL"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("headers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column(
            "created_at", sa.DateTime(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False
        ),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("position", sa.BigInteger(), nullable=True),
        sa.Column("log_id", sa.Text(), nullable=True),
        sa.Column("partition", sa.Integer(), nullable=True),
        sa.Column("offset", sa.BigInteger(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("parked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("octet_length(payload) <= 900000", name=op.f("ck_outbox_payload_size")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("event_id", name=op.f("uq_outbox_event_id")),
        sa.UniqueConstraint("position", name=op.f("uq_outbox_position")),
        postgresql_with={"autovacuum_vacuum_scale_factor": "0", "autovacuum_vacuum_threshold": "5000"},
    )
    op.create_index("ix_outbox_created_at", "outbox", ["created_at"], unique=False)
    op.create_index(
        "ix_outbox_parked", "outbox", ["key"], unique=False, postgresql_where=sa.text("parked_at IS NOT NULL")
    )
    op.create_index(
        "ix_outbox_unpublished",
        "outbox",
        ["id"],
        unique=False,
        postgresql_where=sa.text("published_at IS NULL AND parked_at IS NULL"),
    )
    op.create_table(
        "relay_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("log_id", sa.Text(), nullable=True),
        sa.Column("next_position", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("ends", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_relay_state_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relay_state")),
    )
    op.create_table(
        "seeding",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seeded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_seeding_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seeding")),
    )
    op.create_table(
        "account",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("segment", sa.Text(), nullable=True),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_account")),
    )
    op.create_index(op.f("ix_account_segment"), "account", ["segment"], unique=False)
    op.create_table(
        "account_team",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("members", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_account_team")),
    )
    op.create_table(
        "contact",
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_contact")),
    )
    op.create_table(
        "follow_up_run",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("trace_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("rule_id", sa.Text(), nullable=True),
        sa.Column("rule_version", sa.Integer(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("executed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'executed') = (result IS NOT NULL AND rule_id IS NOT NULL AND rule_version IS NOT NULL AND executed_at IS NOT NULL)",
            name=op.f("ck_follow_up_run_executed"),
        ),
        sa.CheckConstraint("result IN ('notified', 'skipped')", name=op.f("ck_follow_up_run_result")),
        sa.CheckConstraint("state IN ('waiting', 'executed')", name=op.f("ck_follow_up_run_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_run")),
        sa.UniqueConstraint("response_id", name=op.f("uq_follow_up_run_response_id")),
    )
    op.create_index(
        "ix_follow_up_run_waiting", "follow_up_run", ["id"], unique=False, postgresql_where=sa.text("state = 'waiting'")
    )
    op.create_table(
        "loop_case",
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("ticket_id", sa.Uuid(), nullable=True),
        sa.Column("recovery_case_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("trace_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("owner_sequence", sa.BigInteger(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("assigned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("contacted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(result IS NOT DISTINCT FROM 'no_action') = (reason IS NOT NULL)", name=op.f("ck_loop_case_reason")
        ),
        sa.CheckConstraint(
            "(state = 'closed') = (closed_at IS NOT NULL) AND (state = 'closed') = (result IS NOT NULL)",
            name=op.f("ck_loop_case_closed"),
        ),
        sa.CheckConstraint(
            "result IN ('resolved', 'not_recovered', 'unreachable', 'no_action')", name=op.f("ck_loop_case_result")
        ),
        sa.CheckConstraint("state IN ('open', 'closed')", name=op.f("ck_loop_case_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loop_case")),
        sa.UniqueConstraint("response_id", name=op.f("uq_loop_case_response_id")),
    )
    op.create_index(
        "ix_loop_case_account_id",
        "loop_case",
        ["account_id"],
        unique=False,
        postgresql_where=sa.text("account_id IS NOT NULL"),
    )
    op.create_index("ix_loop_case_state_id", "loop_case", ["state", "id"], unique=False)
    op.create_table(
        "response",
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("survey_id", sa.Uuid(), nullable=False),
        sa.Column("survey_version", sa.Integer(), nullable=False),
        sa.Column("survey_type", sa.Text(), nullable=False),
        sa.Column("program_id", sa.Uuid(), nullable=True),
        sa.Column("invitation_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("contact_id", sa.Uuid(), nullable=True),
        sa.Column("respondent", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("ticket_id", sa.Uuid(), nullable=True),
        sa.Column("brand", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("answers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("sentiment", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("themes", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("needs_triage", sa.Boolean(), nullable=False),
        sa.Column("loop_case_id", sa.Uuid(), nullable=True),
        sa.Column("trace_id", sa.Uuid(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(score IS NULL) = (outcome = 'unscored')", name=op.f("ck_response_scored")),
        sa.CheckConstraint(
            "outcome IN ('positive', 'neutral', 'negative', 'unscored')", name=op.f("ck_response_outcome")
        ),
        sa.CheckConstraint("state IN ('partial', 'completed')", name=op.f("ck_response_state")),
        sa.CheckConstraint(
            "survey_type IN ('nps', 'csat', 'ces', 'onboarding', 'post_recovery', 'employee', 'pulse', 'custom')",
            name=op.f("ck_response_survey_type"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint("source", "source_id", name=op.f("uq_response_source_source_id")),
    )
    op.create_index(
        "ix_response_account_id_id",
        "response",
        ["account_id", "id"],
        unique=False,
        postgresql_where=sa.text("account_id IS NOT NULL"),
    )
    op.create_index(
        "ix_response_contact_id_id",
        "response",
        ["contact_id", "id"],
        unique=False,
        postgresql_where=sa.text("contact_id IS NOT NULL"),
    )
    op.create_index("ix_response_survey_type_answered_at", "response", ["survey_type", "answered_at"], unique=False)
    op.create_index(
        "ix_response_ticket_id",
        "response",
        ["ticket_id"],
        unique=False,
        postgresql_where=sa.text("ticket_id IS NOT NULL"),
    )
    op.create_index("ix_response_trace_id", "response", ["trace_id"], unique=False)
    op.create_index(
        "uq_response_invitation_id",
        "response",
        ["invitation_id"],
        unique=True,
        postgresql_where=sa.text("invitation_id IS NOT NULL"),
    )
    op.create_table(
        "staff",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("notify_address", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("away_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("away_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_staff")),
    )
    op.create_table(
        "survey",
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("brand", sa.Text(), nullable=False),
        sa.Column("shipped", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "type IN ('nps', 'csat', 'ces', 'onboarding', 'post_recovery', 'employee', 'pulse', 'custom')",
            name=op.f("ck_survey_type"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey")),
    )
    op.create_index("uq_survey_shipped_type", "survey", ["type"], unique=True, postgresql_where=sa.text("shipped"))
    op.create_table(
        "survey_version",
        sa.Column("survey_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("definition", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_survey_version_survey_id")),
        sa.PrimaryKeyConstraint("survey_id", "version", name=op.f("pk_survey_version")),
    )


def downgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.drop_table("survey_version")
    op.drop_index("uq_survey_shipped_type", table_name="survey", postgresql_where=sa.text("shipped"))
    op.drop_table("survey")
    op.drop_table("staff")
    op.drop_index(
        "uq_response_invitation_id", table_name="response", postgresql_where=sa.text("invitation_id IS NOT NULL")
    )
    op.drop_index("ix_response_trace_id", table_name="response")
    op.drop_index("ix_response_ticket_id", table_name="response", postgresql_where=sa.text("ticket_id IS NOT NULL"))
    op.drop_index("ix_response_survey_type_answered_at", table_name="response")
    op.drop_index(
        "ix_response_contact_id_id", table_name="response", postgresql_where=sa.text("contact_id IS NOT NULL")
    )
    op.drop_index(
        "ix_response_account_id_id", table_name="response", postgresql_where=sa.text("account_id IS NOT NULL")
    )
    op.drop_table("response")
    op.drop_index("ix_loop_case_state_id", table_name="loop_case")
    op.drop_index("ix_loop_case_account_id", table_name="loop_case", postgresql_where=sa.text("account_id IS NOT NULL"))
    op.drop_table("loop_case")
    op.drop_index("ix_follow_up_run_waiting", table_name="follow_up_run", postgresql_where=sa.text("state = 'waiting'"))
    op.drop_table("follow_up_run")
    op.drop_table("contact")
    op.drop_table("account_team")
    op.drop_index(op.f("ix_account_segment"), table_name="account")
    op.drop_table("account")
    op.drop_table("seeding")
    op.drop_table("relay_state")
    op.drop_index(
        "ix_outbox_unpublished",
        table_name="outbox",
        postgresql_where=sa.text("published_at IS NULL AND parked_at IS NULL"),
    )
    op.drop_index("ix_outbox_parked", table_name="outbox", postgresql_where=sa.text("parked_at IS NOT NULL"))
    op.drop_index("ix_outbox_created_at", table_name="outbox")
    op.drop_table("outbox")
    op.drop_index(
        "ix_notification_ticket_id", table_name="notification", postgresql_where=sa.text("ticket_id IS NOT NULL")
    )
    op.drop_index("ix_notification_state_id", table_name="notification")
    op.drop_index(
        "ix_notification_staff_id", table_name="notification", postgresql_where=sa.text("staff_id IS NOT NULL")
    )
    op.drop_index(
        "ix_notification_response_id", table_name="notification", postgresql_where=sa.text("response_id IS NOT NULL")
    )
    op.drop_index("ix_notification_queued", table_name="notification", postgresql_where=sa.text("state = 'queued'"))
    op.drop_table("notification")
    op.drop_table("job")
    op.drop_index("ix_inbox_received_at", table_name="inbox", postgresql_using="brin")
    op.drop_table("inbox")
    op.drop_index("ix_idempotency_key_created_at", table_name="idempotency_key")
    op.drop_table("idempotency_key")
    op.drop_index("ix_dead_letter_state_id", table_name="dead_letter")
    op.drop_index(op.f("ix_dead_letter_event_id"), table_name="dead_letter")
    op.drop_table("dead_letter")
    op.drop_table("consumer_position")
    op.drop_index("ix_audit_entity_entity_id_id", table_name="audit")
    op.drop_table("audit")
    op.drop_table("api_key")
