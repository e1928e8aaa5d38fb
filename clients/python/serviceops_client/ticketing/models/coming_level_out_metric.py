from typing import Literal

ComingLevelOutMetric = Literal[
    "agent_work", "first_reply", "next_reply", "periodic_update", "requester_wait", "total_resolution"
]

COMING_LEVEL_OUT_METRIC_VALUES: set[ComingLevelOutMetric] = {
    "agent_work",
    "first_reply",
    "next_reply",
    "periodic_update",
    "requester_wait",
    "total_resolution",
}


def check_coming_level_out_metric(value: str) -> ComingLevelOutMetric:
    if value in COMING_LEVEL_OUT_METRIC_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMING_LEVEL_OUT_METRIC_VALUES!r}")
