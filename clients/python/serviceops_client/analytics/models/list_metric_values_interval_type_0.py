from typing import Literal

ListMetricValuesIntervalType0 = Literal["day", "hour", "month", "week"]

LIST_METRIC_VALUES_INTERVAL_TYPE_0_VALUES: set[ListMetricValuesIntervalType0] = {
    "day",
    "hour",
    "month",
    "week",
}


def check_list_metric_values_interval_type_0(value: str) -> ListMetricValuesIntervalType0:
    if value in LIST_METRIC_VALUES_INTERVAL_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_METRIC_VALUES_INTERVAL_TYPE_0_VALUES!r}")
