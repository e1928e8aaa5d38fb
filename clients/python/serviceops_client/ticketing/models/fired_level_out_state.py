from typing import Literal

FiredLevelOutState = Literal["fired", "recorded"]

FIRED_LEVEL_OUT_STATE_VALUES: set[FiredLevelOutState] = {
    "fired",
    "recorded",
}


def check_fired_level_out_state(value: str) -> FiredLevelOutState:
    if value in FIRED_LEVEL_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FIRED_LEVEL_OUT_STATE_VALUES!r}")
