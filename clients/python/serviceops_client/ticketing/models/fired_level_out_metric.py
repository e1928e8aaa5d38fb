from typing import Literal

FiredLevelOutMetric = Literal[
    "agent_work", "first_reply", "next_reply", "periodic_update", "requester_wait", "total_resolution"
]

FIRED_LEVEL_OUT_METRIC_VALUES: set[FiredLevelOutMetric] = {
    "agent_work",
    "first_reply",
    "next_reply",
    "periodic_update",
    "requester_wait",
    "total_resolution",
}


def check_fired_level_out_metric(value: str) -> FiredLevelOutMetric:
    if value in FIRED_LEVEL_OUT_METRIC_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FIRED_LEVEL_OUT_METRIC_VALUES!r}")
