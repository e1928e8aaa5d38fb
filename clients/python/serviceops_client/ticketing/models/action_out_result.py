from typing import Literal

ActionOutResult = Literal["done", "nothing_to_do", "recorded", "refused"]

ACTION_OUT_RESULT_VALUES: set[ActionOutResult] = {
    "done",
    "nothing_to_do",
    "recorded",
    "refused",
}


def check_action_out_result(value: str) -> ActionOutResult:
    if value in ACTION_OUT_RESULT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACTION_OUT_RESULT_VALUES!r}")
