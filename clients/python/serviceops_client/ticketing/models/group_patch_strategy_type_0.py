from typing import Literal

GroupPatchStrategyType0 = Literal["least_loaded", "manual", "round_robin", "skills"]

GROUP_PATCH_STRATEGY_TYPE_0_VALUES: set[GroupPatchStrategyType0] = {
    "least_loaded",
    "manual",
    "round_robin",
    "skills",
}


def check_group_patch_strategy_type_0(value: str) -> GroupPatchStrategyType0:
    if value in GROUP_PATCH_STRATEGY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GROUP_PATCH_STRATEGY_TYPE_0_VALUES!r}")
