from typing import Literal

SlaMetricSimulatedMetric = Literal[
    "agent_work", "first_reply", "next_reply", "periodic_update", "requester_wait", "total_resolution"
]

SLA_METRIC_SIMULATED_METRIC_VALUES: set[SlaMetricSimulatedMetric] = {
    "agent_work",
    "first_reply",
    "next_reply",
    "periodic_update",
    "requester_wait",
    "total_resolution",
}


def check_sla_metric_simulated_metric(value: str) -> SlaMetricSimulatedMetric:
    if value in SLA_METRIC_SIMULATED_METRIC_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_METRIC_SIMULATED_METRIC_VALUES!r}")
