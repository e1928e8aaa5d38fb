from typing import Literal

ListResponseRatesIntervalType0 = Literal["day", "hour", "month", "week"]

LIST_RESPONSE_RATES_INTERVAL_TYPE_0_VALUES: set[ListResponseRatesIntervalType0] = {
    "day",
    "hour",
    "month",
    "week",
}


def check_list_response_rates_interval_type_0(value: str) -> ListResponseRatesIntervalType0:
    if value in LIST_RESPONSE_RATES_INTERVAL_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_RESPONSE_RATES_INTERVAL_TYPE_0_VALUES!r}")
