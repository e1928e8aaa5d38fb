from typing import Literal

CompensationOutState = Literal["approved", "pending_approval", "rejected"]

COMPENSATION_OUT_STATE_VALUES: set[CompensationOutState] = {
    "approved",
    "pending_approval",
    "rejected",
}


def check_compensation_out_state(value: str) -> CompensationOutState:
    if value in COMPENSATION_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPENSATION_OUT_STATE_VALUES!r}")
