from typing import Literal

ActionDoneOutDo = Literal["advocacy_ask", "notify_team"]

ACTION_DONE_OUT_DO_VALUES: set[ActionDoneOutDo] = {
    "advocacy_ask",
    "notify_team",
}


def check_action_done_out_do(value: str) -> ActionDoneOutDo:
    if value in ACTION_DONE_OUT_DO_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACTION_DONE_OUT_DO_VALUES!r}")
