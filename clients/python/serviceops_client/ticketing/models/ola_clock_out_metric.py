from typing import Literal

OlaClockOutMetric = Literal["handling", "pickup", "supplier_wait"]

OLA_CLOCK_OUT_METRIC_VALUES: set[OlaClockOutMetric] = {
    "handling",
    "pickup",
    "supplier_wait",
}


def check_ola_clock_out_metric(value: str) -> OlaClockOutMetric:
    if value in OLA_CLOCK_OUT_METRIC_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OLA_CLOCK_OUT_METRIC_VALUES!r}")
