from typing import Literal

ListScoresIntervalType0 = Literal["day", "hour", "month", "week"]

LIST_SCORES_INTERVAL_TYPE_0_VALUES: set[ListScoresIntervalType0] = {
    "day",
    "hour",
    "month",
    "week",
}


def check_list_scores_interval_type_0(value: str) -> ListScoresIntervalType0:
    if value in LIST_SCORES_INTERVAL_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_SCORES_INTERVAL_TYPE_0_VALUES!r}")
