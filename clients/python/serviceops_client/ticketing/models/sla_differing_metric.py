from typing import Literal

SlaDifferingMetric = Literal[
    "agent_work", "first_reply", "next_reply", "periodic_update", "requester_wait", "total_resolution"
]

SLA_DIFFERING_METRIC_VALUES: set[SlaDifferingMetric] = {
    "agent_work",
    "first_reply",
    "next_reply",
    "periodic_update",
    "requester_wait",
    "total_resolution",
}


def check_sla_differing_metric(value: str) -> SlaDifferingMetric:
    if value in SLA_DIFFERING_METRIC_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_DIFFERING_METRIC_VALUES!r}")
