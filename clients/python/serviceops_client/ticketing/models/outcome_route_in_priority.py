from typing import Literal

OutcomeRouteInPriority = Literal["high", "low", "normal", "urgent"]

OUTCOME_ROUTE_IN_PRIORITY_VALUES: set[OutcomeRouteInPriority] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_outcome_route_in_priority(value: str) -> OutcomeRouteInPriority:
    if value in OUTCOME_ROUTE_IN_PRIORITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OUTCOME_ROUTE_IN_PRIORITY_VALUES!r}")
