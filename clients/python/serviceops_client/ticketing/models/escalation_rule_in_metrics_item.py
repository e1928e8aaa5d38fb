from typing import Literal

EscalationRuleInMetricsItem = Literal[
    "agent_work", "first_reply", "next_reply", "periodic_update", "requester_wait", "total_resolution"
]

ESCALATION_RULE_IN_METRICS_ITEM_VALUES: set[EscalationRuleInMetricsItem] = {
    "agent_work",
    "first_reply",
    "next_reply",
    "periodic_update",
    "requester_wait",
    "total_resolution",
}


def check_escalation_rule_in_metrics_item(value: str) -> EscalationRuleInMetricsItem:
    if value in ESCALATION_RULE_IN_METRICS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ESCALATION_RULE_IN_METRICS_ITEM_VALUES!r}")
