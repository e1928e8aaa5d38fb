from typing import Literal

SlaPreviewedClockMetric = Literal[
    "agent_work", "first_reply", "next_reply", "periodic_update", "requester_wait", "total_resolution"
]

SLA_PREVIEWED_CLOCK_METRIC_VALUES: set[SlaPreviewedClockMetric] = {
    "agent_work",
    "first_reply",
    "next_reply",
    "periodic_update",
    "requester_wait",
    "total_resolution",
}


def check_sla_previewed_clock_metric(value: str) -> SlaPreviewedClockMetric:
    if value in SLA_PREVIEWED_CLOCK_METRIC_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_PREVIEWED_CLOCK_METRIC_VALUES!r}")
