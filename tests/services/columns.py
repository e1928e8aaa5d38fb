"""What every column that can hold words holds: a contact's data, which is erased, or none, and why not."""

from collections.abc import Mapping

ERASED = "erased: a contact's data or words"

CODE = "free: codes and names of ours, ids, and times"
ACTOR = "free: who acted, as key, staff or service"
STAFF = "free: of our own staff, who are no contacts"
SET_UP = "free: what operators configure"
COMPANY = "free: of a company, not of a person"
DIGEST = "free: a digest of a request, which tells a repeated one"
NAMED_ELSEWHERE = "free: the name that another system gave a thing; it is the key that makes it once"
BROKER = "free: places in the broker's log"
SOON_GONE = "soon gone: raw rows and what was asked end with their job, what an export wrote after a day"
DETAILS = "free: class, code and place of an error; never its text"

Held = Mapping[str, Mapping[str, str]]
"""{what is held: {table: its columns, separated by spaces}}."""

EVERYWHERE: Held = {
    ERASED: {
        "audit": "before after reason",
        "contact_address": "address",
        "dead_letter": "payload",
        "idempotency_key": "body",
        "notification": "address values last_error evidence",
        "outbox": "payload",
    },
    CODE: {
        "audit": "action entity cause",
        "bulk_job": "kind state format scopes position traceparent",
        "bulk_job_row": "outcome code",
        "dead_letter": "type subject key headers handler state",
        "idempotency_key": "method path headers",
        "job": "name outcome",
        "notification": "template locale channel recipient_kind role state dedup_key error_code caused_by traceparent"
        " held_for tries",
        "outbox": "topic key type subject headers",
        "retention_policy": "entity",
        "webhook": "types disabled",
        "webhook_attempt": "outcome",
        "webhook_delivery": "type subject state last_outcome",
    },
    ACTOR: {
        "api_key": "created_by",
        "audit": "actor",
        "bulk_job": "actor",
        "dead_letter": "decided_by",
        "idempotency_key": "principal",
        "notification_template": "written_by",
        "webhook": "created_by",
    },
    STAFF: {"notification_recipient": "address locale timezone preferences"},
    SOON_GONE: {"bulk_job": "options", "bulk_piece": "data"},
    SET_UP: {
        "api_key": "prefix hash name scopes roles previous_hash",
        "notification_template": "template locale subject text html reason",
        "webhook": "name url salt previous_salt",
        "dead_letter": "reason",
    },
    NAMED_ELSEWHERE: {"idempotency_key": "key"},
    DIGEST: {"idempotency_key": "digest"},
    BROKER: {
        "consumer_position": "topic log_id",
        "dead_letter": "topic",
        "outbox": "log_id",
        "relay_state": "log_id ends batches",
    },
    DETAILS: {
        "bulk_job": "error",
        "bulk_job_row": "detail errors",
        "dead_letter": "error",
        "outbox": "last_error",
    },
}

OF_SERVICES: Mapping[str, Held] = {
    "ticketing": {
        ERASED: {
            "compensation": "reason decision_note",
            "complaint": "decisions",
            "attachment": "name",
            "contact": "email phone",
            "message": "author_name author_address body attachments",
            "recovery_case": "plan",
            "recovery_contact": "note",
            "ticket": "subject requester_name requester_email requester_phone custom",
        },
        CODE: {
            "account_to_assign": "cause_id traceparent",
            "agent_presence": "state",
            "agent_to_relieve": "cause_id traceparent",
            "answered_repair": "result reason",
            "changed_answer": "outcome",
            "compensation": "kind currency state",
            "complaint": "brand category severity stage outcome answer closed_as",
            "escalation": "owner_source",
            "escalation_level": "level metric state recipients actions",
            "attachment": "media_type",
            "message": "visibility author_kind channel delivery_channel delivery_state delivery_error",
            "recovery_case": "state severity failure_type outcome",
            "routing_decision": "occasion strategy skills explanation",
            "recovery_contact": "channel outcome",
            "satisfaction": "survey_type outcome",
            "ola_clock": "metric state reason past",
            "ticket_link": "kind",
            "sla_clock": "metric pause_statuses on_reopen state reason",
            "sla_stretch": "state reason",
            "sla_watch": "priority status owed",
            "ticket": "type status priority channel customer_channel brand assigned_by tags source_service source_kind"
            " resolution_code solved_by",
        },
        ACTOR: {
            "account_to_assign": "actor",
            "agent_to_relieve": "actor",
            "attachment": "uploaded_by",
            "compensation": "requested_by",
            "recovery_contact": "recorded_by",
            "ticket_link": "created_by",
            "ticket_watcher": "added_by",
        },
        STAFF: {"account_team": "members", "agent": "skills", "staff": "name email notify_address"},
        SET_UP: {
            "agent_group": "name notify_address strategy",
            "authority_limit": "role currency",
            "complaint": "recourse",
            "complaint_policy": "brand default_locale recourse",
            "response_plan": "failure_type severity name text steps",
            "calendar": "name timezone intervals holidays own_holidays exceptions",
            "routing_rule": "name match skills",
            "escalation_rule": "name metrics conditions levels",
            "outcome_route": "name match priority assignee_role notify_roles",
            "sla_calendar": "body",
            "supplier": "name",
            "macro": "name actions",
            "sla_policy": "name conditions targets on_reopen",
            "ticket_field": "key label type options required_on types",
            "ticket_field_policy": "undeclared",
            "ticket_view": "name filters sort",
        },
        COMPANY: {"account": "name tier"},
        NAMED_ELSEWHERE: {"message": "source_id", "ticket": "source_id"},
        DIGEST: {"attachment": "sha256", "message": "source_digest", "ticket": "source_digest"},
    },
    "feedback": {
        ERASED: {
            "contact": "name email locale timezone roles",
            "invitation": "address mails",
            "loop_case": "note",
            "response": "respondent answers comment",
            "suppression": "address note",
            "triage_case": "note",
        },
        CODE: {
            "advocacy_quarantine": "rule_id",
            "follow_up_run": "state rule_id result reason done",
            "invitation": "survey_type quarantine_class brand locale channel state reason",
            "loop_case": "state result reason overdue_stages",
            "response": "source survey_type brand locale language state outcome sentiment themes",
            "score_hour": "survey_type group_by group_value",
            "score_stale_hour": "survey_type",
            "send_decision": "key verdict reasons reason",
            "service_case": "kind",
            "suppression": "reason",
            "triage_case": "reasons state outcome withdrawn_for",
            "wave": "state counts",
        },
        ACTOR: {"triage_case": "decided_by"},
        STAFF: {"account_team": "members", "staff": "name email notify_address"},
        SET_UP: {
            "brand": "key name colour text_colour logo_url sender_name",
            "calendar": "name timezone intervals holidays own_holidays exceptions",
            "follow_up_rule": "code name match actions",
            "loop_policy": "stages",
            "program": "name shipped brand state trigger_kind event rrule timezone quarantine_class audience channels"
            " sending_window reminders frame_origins",
            "survey": "type name brand",
            "survey_version": "definition",
            "theme": "code name words",
            "wave": "name",
            "word_list": "kind locale words",
        },
        COMPANY: {"account": "name segment tier tags"},
        NAMED_ELSEWHERE: {"response": "source_id"},
        DIGEST: {"response": "digest"},
    },
    "onboarding": {
        ERASED: {
            "contact": "name email email_folded phone locale timezone roles consent external_ids digest",
            "external_id": "external_id",
            "handoff": "content reason",
        },
        CODE: {
            "deal": "contact_ids",
            "erasure_answer": "service",
            "external_id": "kind system",
            "handoff": "state gaps",
            "team_member": "role",
        },
        ACTOR: {"handoff": "decided_by"},
        STAFF: {"staff": "name email email_folded notify_address skills digest locale timezone preferences"},
        SET_UP: {"calendar": "name timezone intervals holidays own_holidays exceptions"},
        COMPANY: {
            "account": "name external_ids segment tier industry region timezone locale currency status contract custom"
            " digest"
        },
        NAMED_ELSEWHERE: {"deal": "crm crm_id"},
        DIGEST: {"deal": "digest"},
    },
    "analytics": {
        ERASED: {"evidence": "data", "fact": "data"},
        CODE: {
            "contribution": "metric groups",
            "evidence": "match subject_id type source subject",
            "expectation": "rule_id step service type match subject_id trigger_type state reason settled_by evidence",
            "fact": "source type subject causation_id",
            "finding": "rule_id step kind state subject_kind subject_id",
            "heartbeat": "service jobs",
            "metric_cell": "metric group_by group_value",
            "metric_owner": "kind said",
            "metric_stale_hour": "metric",
            "repair": "repair_key service state result reason",
            "story": "match subject_id",
        },
        ACTOR: {"assurance_rule": "created_by", "fact": "actor", "repair": "requested_by approved_by"},
        STAFF: {"account_team": "members"},
        SET_UP: {"assurance_rule": "rule_id body"},
        DIGEST: {"assurance_rule": "digest"},
        BROKER: {"heartbeat": "log_id published consumed pending_offsets"},
    },
}


def declared(service: str) -> dict[str, str]:
    """{table.column: what it holds} of a service."""
    found: dict[str, str] = {}
    for held in (EVERYWHERE, OF_SERVICES[service]):
        for what, tables in held.items():
            for table, columns in tables.items():
                for column in columns.split():
                    assert f"{table}.{column}" not in found, f"{table}.{column} is declared twice"
                    found[f"{table}.{column}"] = what
    return found
