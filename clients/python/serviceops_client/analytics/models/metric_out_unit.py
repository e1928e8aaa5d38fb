from typing import Literal

MetricOutUnit = Literal["count", "points", "score", "seconds", "share"]

METRIC_OUT_UNIT_VALUES: set[MetricOutUnit] = {
    "count",
    "points",
    "score",
    "seconds",
    "share",
}


def check_metric_out_unit(value: str) -> MetricOutUnit:
    if value in METRIC_OUT_UNIT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {METRIC_OUT_UNIT_VALUES!r}")
