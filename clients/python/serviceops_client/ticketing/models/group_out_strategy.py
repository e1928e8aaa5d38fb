from typing import Literal

GroupOutStrategy = Literal["least_loaded", "manual", "round_robin", "skills"]

GROUP_OUT_STRATEGY_VALUES: set[GroupOutStrategy] = {
    "least_loaded",
    "manual",
    "round_robin",
    "skills",
}


def check_group_out_strategy(value: str) -> GroupOutStrategy:
    if value in GROUP_OUT_STRATEGY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GROUP_OUT_STRATEGY_VALUES!r}")
