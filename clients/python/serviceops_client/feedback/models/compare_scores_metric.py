from typing import Literal

CompareScoresMetric = Literal["ces", "csat", "nps"]

COMPARE_SCORES_METRIC_VALUES: set[CompareScoresMetric] = {
    "ces",
    "csat",
    "nps",
}


def check_compare_scores_metric(value: str) -> CompareScoresMetric:
    if value in COMPARE_SCORES_METRIC_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPARE_SCORES_METRIC_VALUES!r}")
