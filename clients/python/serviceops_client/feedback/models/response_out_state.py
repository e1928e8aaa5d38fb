from typing import Literal

ResponseOutState = Literal["completed", "partial"]

RESPONSE_OUT_STATE_VALUES: set[ResponseOutState] = {
    "completed",
    "partial",
}


def check_response_out_state(value: str) -> ResponseOutState:
    if value in RESPONSE_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESPONSE_OUT_STATE_VALUES!r}")
