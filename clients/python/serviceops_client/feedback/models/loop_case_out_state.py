from typing import Literal

LoopCaseOutState = Literal["closed", "open"]

LOOP_CASE_OUT_STATE_VALUES: set[LoopCaseOutState] = {
    "closed",
    "open",
}


def check_loop_case_out_state(value: str) -> LoopCaseOutState:
    if value in LOOP_CASE_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOOP_CASE_OUT_STATE_VALUES!r}")
