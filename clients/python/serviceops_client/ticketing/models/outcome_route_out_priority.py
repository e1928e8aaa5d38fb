from typing import Literal

OutcomeRouteOutPriority = Literal["high", "low", "normal", "urgent"]

OUTCOME_ROUTE_OUT_PRIORITY_VALUES: set[OutcomeRouteOutPriority] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_outcome_route_out_priority(value: str) -> OutcomeRouteOutPriority:
    if value in OUTCOME_ROUTE_OUT_PRIORITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OUTCOME_ROUTE_OUT_PRIORITY_VALUES!r}")
