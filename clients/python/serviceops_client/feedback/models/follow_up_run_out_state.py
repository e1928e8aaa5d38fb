from typing import Literal

FollowUpRunOutState = Literal["executed", "waiting"]

FOLLOW_UP_RUN_OUT_STATE_VALUES: set[FollowUpRunOutState] = {
    "executed",
    "waiting",
}


def check_follow_up_run_out_state(value: str) -> FollowUpRunOutState:
    if value in FOLLOW_UP_RUN_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FOLLOW_UP_RUN_OUT_STATE_VALUES!r}")
