from typing import Literal

ActionDoneOutResult = Literal["notified", "skipped"]

ACTION_DONE_OUT_RESULT_VALUES: set[ActionDoneOutResult] = {
    "notified",
    "skipped",
}


def check_action_done_out_result(value: str) -> ActionDoneOutResult:
    if value in ACTION_DONE_OUT_RESULT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACTION_DONE_OUT_RESULT_VALUES!r}")
