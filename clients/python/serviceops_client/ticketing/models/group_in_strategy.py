from typing import Literal

GroupInStrategy = Literal["least_loaded", "manual", "round_robin", "skills"]

GROUP_IN_STRATEGY_VALUES: set[GroupInStrategy] = {
    "least_loaded",
    "manual",
    "round_robin",
    "skills",
}


def check_group_in_strategy(value: str) -> GroupInStrategy:
    if value in GROUP_IN_STRATEGY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GROUP_IN_STRATEGY_VALUES!r}")
