from typing import Literal

OlaExplanationOutMetric = Literal["handling", "pickup", "supplier_wait"]

OLA_EXPLANATION_OUT_METRIC_VALUES: set[OlaExplanationOutMetric] = {
    "handling",
    "pickup",
    "supplier_wait",
}


def check_ola_explanation_out_metric(value: str) -> OlaExplanationOutMetric:
    if value in OLA_EXPLANATION_OUT_METRIC_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OLA_EXPLANATION_OUT_METRIC_VALUES!r}")
