from typing import Literal

ForeseenState = Literal["duplicate", "failed", "late", "met", "missing", "open", "skipped", "waived", "wrong_target"]

FORESEEN_STATE_VALUES: set[ForeseenState] = {
    "duplicate",
    "failed",
    "late",
    "met",
    "missing",
    "open",
    "skipped",
    "waived",
    "wrong_target",
}


def check_foreseen_state(value: str) -> ForeseenState:
    if value in FORESEEN_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FORESEEN_STATE_VALUES!r}")
