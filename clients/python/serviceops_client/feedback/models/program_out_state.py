from typing import Literal

ProgramOutState = Literal["active", "draft", "ended", "paused"]

PROGRAM_OUT_STATE_VALUES: set[ProgramOutState] = {
    "active",
    "draft",
    "ended",
    "paused",
}


def check_program_out_state(value: str) -> ProgramOutState:
    if value in PROGRAM_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROGRAM_OUT_STATE_VALUES!r}")
