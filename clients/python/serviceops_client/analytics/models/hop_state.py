from typing import Literal

HopState = Literal["expected", "happened", "missing", "skipped"]

HOP_STATE_VALUES: set[HopState] = {
    "expected",
    "happened",
    "missing",
    "skipped",
}


def check_hop_state(value: str) -> HopState:
    if value in HOP_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HOP_STATE_VALUES!r}")
