from typing import Literal

EscalationRulePatchMetricsType0Item = Literal[
    "agent_work", "first_reply", "next_reply", "periodic_update", "requester_wait", "total_resolution"
]

ESCALATION_RULE_PATCH_METRICS_TYPE_0_ITEM_VALUES: set[EscalationRulePatchMetricsType0Item] = {
    "agent_work",
    "first_reply",
    "next_reply",
    "periodic_update",
    "requester_wait",
    "total_resolution",
}


def check_escalation_rule_patch_metrics_type_0_item(value: str) -> EscalationRulePatchMetricsType0Item:
    if value in ESCALATION_RULE_PATCH_METRICS_TYPE_0_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ESCALATION_RULE_PATCH_METRICS_TYPE_0_ITEM_VALUES!r}")
