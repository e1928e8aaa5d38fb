from typing import Literal

SlaExplanationOutMetric = Literal[
    "agent_work", "first_reply", "next_reply", "periodic_update", "requester_wait", "total_resolution"
]

SLA_EXPLANATION_OUT_METRIC_VALUES: set[SlaExplanationOutMetric] = {
    "agent_work",
    "first_reply",
    "next_reply",
    "periodic_update",
    "requester_wait",
    "total_resolution",
}


def check_sla_explanation_out_metric(value: str) -> SlaExplanationOutMetric:
    if value in SLA_EXPLANATION_OUT_METRIC_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_EXPLANATION_OUT_METRIC_VALUES!r}")
