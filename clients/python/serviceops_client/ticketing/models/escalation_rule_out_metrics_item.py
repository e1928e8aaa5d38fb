from typing import Literal

EscalationRuleOutMetricsItem = Literal[
    "agent_work", "first_reply", "next_reply", "periodic_update", "requester_wait", "total_resolution"
]

ESCALATION_RULE_OUT_METRICS_ITEM_VALUES: set[EscalationRuleOutMetricsItem] = {
    "agent_work",
    "first_reply",
    "next_reply",
    "periodic_update",
    "requester_wait",
    "total_resolution",
}


def check_escalation_rule_out_metrics_item(value: str) -> EscalationRuleOutMetricsItem:
    if value in ESCALATION_RULE_OUT_METRICS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ESCALATION_RULE_OUT_METRICS_ITEM_VALUES!r}")
