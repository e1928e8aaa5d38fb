from typing import Literal

HandoffOutState = Literal["accepted", "received", "rejected"]

HANDOFF_OUT_STATE_VALUES: set[HandoffOutState] = {
    "accepted",
    "received",
    "rejected",
}


def check_handoff_out_state(value: str) -> HandoffOutState:
    if value in HANDOFF_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HANDOFF_OUT_STATE_VALUES!r}")
