"""The one story that the examples tell: Ana of Acme answers NPS 3, Mia makes it good, one step was lost.

Ids and times as they stand in JSON, so that the examples of all tellers name the same things.
"""

from typing import Any

# Who, known since the deal was won on Friday 2026-11-20.
ACME = "01a1f82f-1e81-7a10-8c51-2f6d0b7e9a01"
ANA = "01a1f82f-1e81-7a11-9b3e-60c4a7d15f02"
MIA = "01a1f82f-1e81-7a12-8f27-91b0e3c86d03"  # Acme's CSM
IDA = "01a1f82f-1e81-7a13-a4d8-07f52e1b9c04"  # who stands in for Mia
LEO = "01a19b45-b800-7001-8d10-4be61c2a7f05"  # leads the group
CARE = "01a19b45-b800-7002-92af-5d38c6e1b006"  # the group customer-care
DEAL = "01a1f82f-1e80-7b20-b6c9-1e4a8d05f307"
HANDOFF = "01a1f82f-1e80-7b21-87d4-c35f0e926a08"

# What shipped with the services.
SURVEY = "01a19b45-b800-7003-a7e6-0c91d4f25b09"
ROUTE = "01a19b45-b800-7004-8b53-e7260fa9c10a"
POLICY = "01a19b45-b800-7005-9d7c-38b4f1e0620b"
LEVEL_RULE = "01a19b45-b800-7006-8d7a-2c3d4e5f6071"  # an escalation rule
SUPPLIER = "01a19b45-b800-7007-9c05-6e20b4d8f173"  # who hosts the export

PROGRAM = "01a19b45-b800-7007-9a3b-4c5d6e7f8091"  # a survey after the recovery

# What the answer set off on Monday 2026-11-23.
ANSWER = "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c"
ANSWER_FACT = "01a207e6-dd18-7c31-b02d-6f87c14ea50d"
LOOP_CASE = "01a207e6-dd18-7c32-9e68-d1503bf7240e"
TICKET = "01a207e6-dd40-7d40-8a95-72e0c61fb30f"
CASE = "01a207e6-dd40-7d41-b7f3-04d98e5a2c10"
FIRST_REPLY = "01a207e6-dd40-7d42-81ca-5be37f906d11"
WAIT = "01a20850-2a00-7d4b-8f16-3b92e7d0c584"  # for the supplier
NEXT_REPLY = "01a208f4-f140-7d43-95d0-e8124c7fa312"
NOTIFICATION = "01a207e6-dd40-7d45-8e04-b3c7295fd014"
REPLY = "01a208b4-db00-7d46-93bf-40de71a86c15"
PHONED_TICKET = "01a207f0-1a80-7d47-a6c1-5f20b93de819"  # of the same matter, asked by phone
COMPLAINT = "01a20850-2a00-7d49-9d12-c83e5f07a618"
INVITATION = "01a211f7-8f00-7d4a-8b61-0e5f7a92c41b"
DECISION = "01a211f7-8f00-7d4b-9a07-c24d81e6f31c"
WAVE = "01a1f8a3-2b00-7d4c-8e15-7b39d0c2a61d"

# The ledger's view of the step that was lost.
EXPECTATION = "01a207e6-dd68-7e50-9c72-f5061ad8b316"
FINDING = "01a207eb-ab18-7e51-86e9-2d4b70cf9517"
REPAIR = "01a207ec-f720-7e52-a05f-87c1e96b3d18"

DIRECTORY_AT = "2026-11-20T09:00:00.001000Z"
HANDOFF_DUE_AT = "2026-11-24T09:00:00Z"
ACCEPTED_AT = "2026-11-20T11:00:00Z"
ANSWERED_AT = "2026-11-23T10:15:00Z"
RECORDED_AT = "2026-11-23T10:15:00.120000Z"
ESCALATED_AT = "2026-11-23T10:15:00.160000Z"
NOTIFIED_AT = "2026-11-23T10:15:00.940000Z"
LOST_AT = "2026-11-23T10:20:15Z"  # found missing, had it been lost
REPAIRED_AT = "2026-11-23T10:22:00Z"
ACKNOWLEDGED_AT = "2026-11-23T10:40:00Z"
PAUSED_AT = "2026-11-23T11:00:00Z"
RESUMED_AT = "2026-11-23T11:30:00Z"
PLANNED_AT = "2026-11-23T11:40:00Z"
WARNED_AT = "2026-11-23T13:45:00.160000Z"
LEVEL_SEEN_AT = "2026-11-23T13:45:01.160000Z"
CONTACTED_AT = "2026-11-23T14:00:00Z"
SUPPLIER_BACK_AT = "2026-11-23T13:30:00Z"
SUPPLIER_DUE_AT = "2026-11-23T20:00:00Z"
SUPPLIER_LATE_AT = "2026-11-23T20:00:01Z"
FIRST_REPLY_DUE_AT = "2026-11-23T14:15:00.160000Z"
FIRST_REPLY_DUE_LATER_AT = "2026-11-23T14:45:00.160000Z"  # by the 30 min of the pause
SOLVED_AT = "2026-11-23T15:00:00Z"
REOPENED_AT = "2026-11-23T15:10:00Z"
NEXT_REPLY_DUE_AT = "2026-11-23T19:10:00Z"
PLAN_DUE_AT = "2026-11-24T10:15:00.160000Z"
COMPLETED_AT = "2026-11-25T09:00:00Z"
SURVEY_QUEUED_AT = "2026-11-25T09:00:00.180000Z"
SURVEY_SENT_AT = "2026-11-25T09:00:01.400000Z"
LOOP_CLOSED_AT = "2026-11-25T09:00:00.210000Z"
CONTACT_DUE_AT = "2026-11-25T10:15:00.160000Z"
CLOSED_AT = "2026-12-01T09:30:00Z"
ERASURE_ASKED_AT = "2026-12-02T08:00:00Z"
ERASED_AT = "2026-12-02T08:01:02Z"

# The things of the story, whole: an example is one of them, or one with what changed.

ACME_ACCOUNT: dict[str, Any] = {
    "id": ACME,
    "account_id": ACME,
    "name": "Acme",
    "external_ids": {"crm": "A-1"},
    "segment": "mid",
    "tier": "gold",
    "industry": None,
    "region": "EU",
    "timezone": "UTC",
    "locale": "en",
    "currency": "EUR",
    "status": "onboarding",
    "contract": {"starts_on": "2026-12-01", "ends_on": "2027-11-30", "mrr_minor": 120000, "plan": "pro"},
    "custom": {},
    "created_at": DIRECTORY_AT,
    "updated_at": DIRECTORY_AT,
    "version": 1,
}

ANA_CONTACT: dict[str, Any] = {
    "id": ANA,
    "contact_id": ANA,
    "account_id": ACME,
    "name": "Ana",
    "email": "ana@acme.example",
    "phone": None,
    "locale": "en",
    "timezone": "UTC",
    "roles": ["champion"],
    "consent": {"email": True},
    "external_ids": {},
    "active": True,
    "merged_into_id": None,
    "erased_at": None,
    "created_at": DIRECTORY_AT,
    "updated_at": DIRECTORY_AT,
    "version": 1,
}

HANDOFF_WAITING: dict[str, Any] = {
    "handoff_id": HANDOFF,
    "deal_id": DEAL,
    "account_id": ACME,
    "state": "received",
    "completeness": 0.8,
    "gaps": ["risks"],
    "due_at": HANDOFF_DUE_AT,
    "project_id": None,
    "decided_at": None,
}

ANSWER_NPS_3: dict[str, Any] = {
    "response_id": ANSWER,
    "survey_id": SURVEY,
    "survey_version": 1,
    "survey_type": "nps",
    "program_id": None,
    "invitation_id": None,
    "account_id": ACME,
    "contact_id": ANA,
    "ticket_id": None,
    "brand": "default",
    "locale": "en",
    "source": "phone",
    "score": 3,
    "outcome": "negative",
    "sentiment": {"label": "negative", "score": -0.7, "source": "vader"},
    "themes": ["speed"],
    "needs_triage": False,
    "answered_at": ANSWERED_AT,
    "recorded_at": RECORDED_AT,
    "comment": "Slow",
    "respondent": None,
    "silent": False,
}

LOOP_OPENED: dict[str, Any] = {
    "loop_case_id": LOOP_CASE,
    "response_id": ANSWER,
    "ticket_id": None,
    "recovery_case_id": None,
    "account_id": ACME,
    "contact_id": ANA,
    "owner_id": None,
    "stage": "triggered",
    "result": None,
    "reason": None,
    "at": RECORDED_AT,
}

LOOP_ASSIGNED: dict[str, Any] = {
    **LOOP_OPENED,
    "ticket_id": TICKET,
    "recovery_case_id": CASE,
    "owner_id": MIA,
    "stage": "assigned",
    "at": ESCALATED_AT,
}

TICKET_OPENED: dict[str, Any] = {
    "ticket_id": TICKET,
    "number": 1042,
    "type": "escalation",
    "status": "open",
    "priority": "high",
    "channel": "survey",
    "account_id": ACME,
    "contact_id": ANA,
    "brand": "default",
    "group_id": CARE,
    "assignee_id": MIA,
    "contact_reason_id": None,
    "problem_id": None,
    "parent_id": None,
    "merged_into_id": None,
    "tags": [],
    "source": {"service": "feedback", "kind": "response", "id": ANSWER},
    "silent": False,
    "created_at": ESCALATED_AT,
    "first_assigned_at": ESCALATED_AT,
    "first_replied_at": None,
    "solved_at": None,
    "closed_at": None,
}

TICKET_MERGED: dict[str, Any] = {
    "ticket_id": TICKET,
    "into_ticket_id": PHONED_TICKET,
    "account_id": ACME,
    "response_id": ANSWER,
}

TICKET_SOLVED: dict[str, Any] = {
    "ticket_id": TICKET,
    "account_id": ACME,
    "contact_id": ANA,
    "type": "escalation",
    "priority": "high",
    "status": "solved",
    "previous_status": "open",
    "resolution_code": "fixed",
    "solved_by": "agent",
    "assignee_id": MIA,
    "reopen_count": 0,
    "public_reply_count": 1,
    "at": SOLVED_AT,
}

FIRST_REPLY_CLOCK: dict[str, Any] = {
    "ticket_id": TICKET,
    "account_id": ACME,
    "clock_id": FIRST_REPLY,
    "metric": "first_reply",
    "cycle": 1,
    "policy_id": POLICY,
    "policy_version": 1,
    "calendar_id": None,
    "target_seconds": 14400,
    "elapsed_seconds": 0,
    "due_at": FIRST_REPLY_DUE_AT,
    "reason": None,
    "breached_at": None,
    "detected_at": None,
    "at": ESCALATED_AT,
}

SUPPLIER_WAIT: dict[str, Any] = {
    "ticket_id": TICKET,
    "account_id": ACME,
    "clock_id": WAIT,
    "metric": "supplier_wait",
    "group_id": None,
    "supplier_id": SUPPLIER,
    "calendar_id": None,
    "target_seconds": 28800,
    "elapsed_seconds": 0,
    "due_at": SUPPLIER_DUE_AT,
    "reason": "given",
    "breached_at": None,
    "detected_at": None,
    "at": "2026-11-23T12:00:00Z",
}

LEVEL: dict[str, Any] = {
    "ticket_id": TICKET,
    "account_id": ACME,
    "clock_id": FIRST_REPLY,
    "metric": "first_reply",
    "cycle": 1,
    "rule_id": LEVEL_RULE,
    "rule_version": 1,
    "level": "75%",
    "due_at": WARNED_AT,
}

ESCALATION: dict[str, Any] = {
    "ticket_id": TICKET,
    "response_id": ANSWER,
    "recovery_case_id": CASE,
    "account_id": ACME,
    "contact_id": ANA,
    "route_id": ROUTE,
    "route_version": 1,
    "priority": "high",
    "group_id": CARE,
    "owner_id": MIA,
    "owner_source": "csm",
    "notify_roles": ["csm", "group_lead"],
    "recipients": [
        {"role": "csm", "staff_id": MIA},
        {"role": "group_lead", "staff_id": LEO},
    ],
    "opened_at": ESCALATED_AT,
}

RECOVERY_OPENED: dict[str, Any] = {
    "recovery_case_id": CASE,
    "ticket_id": TICKET,
    "response_id": ANSWER,
    "account_id": ACME,
    "contact_id": ANA,
    "owner_id": MIA,
    "severity": "major",
    "state": "opened",
    "plan_due_at": PLAN_DUE_AT,
    "contact_due_at": CONTACT_DUE_AT,
    "acknowledged_at": None,
    "planned_at": None,
    "contacted_at": None,
    "completed_at": None,
    "outcome": None,
}

RECOVERY_ACKNOWLEDGED: dict[str, Any] = {
    **RECOVERY_OPENED,
    "state": "acknowledged",
    "acknowledged_at": ACKNOWLEDGED_AT,
}

RECOVERY_PLANNED: dict[str, Any] = {**RECOVERY_ACKNOWLEDGED, "state": "planned", "planned_at": PLANNED_AT}

RECOVERY_CONTACTED: dict[str, Any] = {
    **RECOVERY_PLANNED,
    "state": "in_progress",
    "contacted_at": CONTACTED_AT,
}

RECOVERY_COMPLETED: dict[str, Any] = {
    **RECOVERY_CONTACTED,
    "state": "completed",
    "completed_at": COMPLETED_AT,
    "outcome": "recovered",
}

COMPLAINT_OPENED: dict[str, Any] = {
    "complaint_id": COMPLAINT,
    "ticket_id": TICKET,
    "account_id": ACME,
    "contact_id": ANA,
    "contact_reason_id": None,
    "brand": "default",
    "category": None,
    "severity": None,
    "stage": "received",
    "opened_at": ESCALATED_AT,
    "acknowledgement_due_at": PLAN_DUE_AT,
    "acknowledged_at": None,
    "decision_due_at": CONTACT_DUE_AT,
    "decided_at": None,
    "outcome": None,
    "answer": None,
    "repeat_of": None,
    "repeat_count": 0,
    "reopen_count": 0,
    "closed_at": None,
    "closed_as": None,
}

COMPLAINT_DECIDED: dict[str, Any] = {
    **COMPLAINT_OPENED,
    "category": "slow_export",
    "severity": "major",
    "stage": "decided",
    "acknowledged_at": ACKNOWLEDGED_AT,
    "decided_at": COMPLETED_AT,
    "outcome": "upheld",
}

MAIL_TO_MIA: dict[str, Any] = {
    "notification_id": NOTIFICATION,
    "template": "escalation_opened",
    "channel": "email",
    "recipient": {"kind": "staff", "staff_id": MIA, "contact_id": None, "role": "csm"},
    "response_id": ANSWER,
    "ticket_id": TICKET,
    "recovery_case_id": CASE,
    "account_id": ACME,
    "handoff_id": None,
    "project_id": None,
    "attempts": 1,
    "queued_at": ESCALATED_AT,
    "sent_at": NOTIFIED_AT,
    "error_code": None,
}

STEP_LOST: dict[str, Any] = {
    "finding_id": FINDING,
    "rule_id": "negative_response",
    "rule_version": 1,
    "step": "escalation_opened",
    "kind": "missing",
    "trace_id": ANSWER,
    "subject": {"kind": "response", "id": ANSWER},
    "expectation_id": EXPECTATION,
    "opened_at": LOST_AT,
    "closed_at": None,
}

SURVEY_QUEUED: dict[str, Any] = {
    "invitation_id": INVITATION,
    "decision_id": DECISION,
    "program_id": PROGRAM,
    "wave_id": None,
    "survey_id": SURVEY,
    "survey_type": "post_recovery",
    "contact_id": ANA,
    "account_id": ACME,
    "ticket_id": TICKET,
    "project_id": None,
    "recovery_case_id": CASE,
    "response_id": ANSWER,
    "reasons": [],
    "channel": "email",
    "at": SURVEY_QUEUED_AT,
    "reopen_count": None,
}
