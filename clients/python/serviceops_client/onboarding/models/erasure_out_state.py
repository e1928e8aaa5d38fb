from typing import Literal

ErasureOutState = Literal["complete", "overdue", "requested"]

ERASURE_OUT_STATE_VALUES: set[ErasureOutState] = {
    "complete",
    "overdue",
    "requested",
}


def check_erasure_out_state(value: str) -> ErasureOutState:
    if value in ERASURE_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ERASURE_OUT_STATE_VALUES!r}")
