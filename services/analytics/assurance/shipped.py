"""The rules that ship: what has to follow an answer, a solved ticket, a recovery, and the request to erase a person."""

from datetime import UTC, datetime

from services.analytics.assurance.rule_schemas import RuleIn

SINCE_EVER = datetime(2000, 1, 1, tzinfo=UTC)

ANSWERED_BY_CUSTOMERS = ["nps", "csat", "ces", "onboarding", "post_recovery", "pulse", "custom"]
"""Types of surveys; what employees answer escalates nowhere and is no news to an account's team."""

NEGATIVE_RESPONSE = RuleIn.model_validate(
    {
        "rule_id": "negative_response",
        "triggers": [
            {
                "type": "response.received.v1",
                "where": {"outcome": ["negative"], "survey_type": ANSWERED_BY_CUSTOMERS},
            },
            {
                "type": "response.edited.v1",
                "where": {
                    "outcome": ["negative"],
                    "previous_outcome": ["positive", "neutral", "unscored"],
                    "survey_type": ANSWERED_BY_CUSTOMERS,
                },
            },
        ],
        "match": "response_id",
        "repair": "on_request",
        "steps": [
            {
                "step": "escalation_opened",
                "type": "escalation.opened.v1",
                "service": "ticketing",
                "from": "trigger",
                "due_seconds": 300,
                "unique": True,
            },
            {
                "step": "notification_sent",
                "type": "notification.sent.v1",
                "service": "ticketing",
                "from": "escalation_opened",
                "due_seconds": 600,
                "each": "recipient",
            },
            {
                "step": "recovery_planned",
                "type": "recovery.planned.v1",
                "service": "ticketing",
                "due_field": {"type": "recovery.opened.v1", "field": "plan_due_at"},
            },
            {
                "step": "recovery_contacted",
                "type": "recovery.contacted.v1",
                "service": "ticketing",
                "due_field": {"type": "recovery.opened.v1", "field": "contact_due_at"},
            },
            {
                "step": "loop_closed",
                "type": "loop.closed.v1",
                "service": "feedback",
                "from": "recovery.completed.v1",
                "due_seconds": 3600,
            },
        ],
    }
)

POSITIVE_RESPONSE = RuleIn.model_validate(
    {
        "rule_id": "positive_response",
        "triggers": [
            {
                "type": "response.received.v1",
                "where": {"outcome": ["positive"], "survey_type": ANSWERED_BY_CUSTOMERS},
            }
        ],
        "match": "response_id",
        "repair": "on_request",
        "steps": [
            {
                "step": "notification_sent",
                "type": "notification.sent.v1",
                "service": "feedback",
                "from": "trigger",
                "due_seconds": 600,
                "each": "recipient",
            }
        ],
        "called_off_by": [{"type": "response.edited.v1", "where": {"outcome": ["negative", "neutral", "unscored"]}}],
    }
)

_SURVEY_DECIDED = {
    "step": "survey_decided",
    "type": "survey.queued.v1",
    "also": ["survey.suppressed.v1"],
    "service": "feedback",
    "from": "trigger",
    "due_seconds": 300,
}
"""The customer is asked how it went, or there is a reason why not."""

TICKET_SOLVED = RuleIn.model_validate(
    {
        "rule_id": "ticket_solved",
        "triggers": [{"type": "ticket.solved.v1"}],
        "match": "ticket_id",
        "repair": "on_request",
        "steps": [{**_SURVEY_DECIDED, "same": ["reopen_count"]}],  # each time that it is solved is decided anew
    }
)

RECOVERY_COMPLETED = RuleIn.model_validate(
    {
        "rule_id": "recovery_completed",
        "triggers": [{"type": "recovery.completed.v1"}],
        "match": "recovery_case_id",
        "repair": "on_request",
        "steps": [_SURVEY_DECIDED],
    }
)

CONTACT_ERASURE = RuleIn.model_validate(
    {
        "rule_id": "contact_erasure",
        "triggers": [{"type": "contact.erasure_requested.v1"}],
        "match": "contact_id",
        "repair": "automatic",
        "steps": [
            {
                "step": f"erased_by_{service}",
                "type": "contact.erased.v1",
                "service": service,
                "from": "trigger",
                "due_seconds": 259_200,
            }
            for service in ("onboarding", "ticketing", "feedback", "analytics")
        ],
    }
)

RULES = (NEGATIVE_RESPONSE, POSITIVE_RESPONSE, TICKET_SOLVED, RECOVERY_COMPLETED, CONTACT_ERASURE)
