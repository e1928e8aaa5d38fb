from typing import Literal

OutcomeRoutePatchPriorityType0 = Literal["high", "low", "normal", "urgent"]

OUTCOME_ROUTE_PATCH_PRIORITY_TYPE_0_VALUES: set[OutcomeRoutePatchPriorityType0] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_outcome_route_patch_priority_type_0(value: str) -> OutcomeRoutePatchPriorityType0:
    if value in OUTCOME_ROUTE_PATCH_PRIORITY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OUTCOME_ROUTE_PATCH_PRIORITY_TYPE_0_VALUES!r}")
