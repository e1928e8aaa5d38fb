from typing import Literal

SlaClockOutMetric = Literal[
    "agent_work", "first_reply", "next_reply", "periodic_update", "requester_wait", "total_resolution"
]

SLA_CLOCK_OUT_METRIC_VALUES: set[SlaClockOutMetric] = {
    "agent_work",
    "first_reply",
    "next_reply",
    "periodic_update",
    "requester_wait",
    "total_resolution",
}


def check_sla_clock_out_metric(value: str) -> SlaClockOutMetric:
    if value in SLA_CLOCK_OUT_METRIC_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_CLOCK_OUT_METRIC_VALUES!r}")
