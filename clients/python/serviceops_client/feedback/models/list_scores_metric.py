from typing import Literal

ListScoresMetric = Literal["ces", "csat", "nps"]

LIST_SCORES_METRIC_VALUES: set[ListScoresMetric] = {
    "ces",
    "csat",
    "nps",
}


def check_list_scores_metric(value: str) -> ListScoresMetric:
    if value in LIST_SCORES_METRIC_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_SCORES_METRIC_VALUES!r}")
