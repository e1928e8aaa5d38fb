from typing import Literal

SlaDifferenceMetricType0 = Literal[
    "agent_work", "first_reply", "next_reply", "periodic_update", "requester_wait", "total_resolution"
]

SLA_DIFFERENCE_METRIC_TYPE_0_VALUES: set[SlaDifferenceMetricType0] = {
    "agent_work",
    "first_reply",
    "next_reply",
    "periodic_update",
    "requester_wait",
    "total_resolution",
}


def check_sla_difference_metric_type_0(value: str) -> SlaDifferenceMetricType0:
    if value in SLA_DIFFERENCE_METRIC_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_DIFFERENCE_METRIC_TYPE_0_VALUES!r}")
