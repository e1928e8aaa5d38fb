from typing import Literal

ActionOutDo = Literal["add_tag", "notify", "open_recovery", "raise_priority", "reassign"]

ACTION_OUT_DO_VALUES: set[ActionOutDo] = {
    "add_tag",
    "notify",
    "open_recovery",
    "raise_priority",
    "reassign",
}


def check_action_out_do(value: str) -> ActionOutDo:
    if value in ACTION_OUT_DO_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACTION_OUT_DO_VALUES!r}")
