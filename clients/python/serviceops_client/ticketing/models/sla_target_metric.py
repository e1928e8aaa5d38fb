from typing import Literal

SlaTargetMetric = Literal[
    "agent_work", "first_reply", "next_reply", "periodic_update", "requester_wait", "total_resolution"
]

SLA_TARGET_METRIC_VALUES: set[SlaTargetMetric] = {
    "agent_work",
    "first_reply",
    "next_reply",
    "periodic_update",
    "requester_wait",
    "total_resolution",
}


def check_sla_target_metric(value: str) -> SlaTargetMetric:
    if value in SLA_TARGET_METRIC_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_TARGET_METRIC_VALUES!r}")
