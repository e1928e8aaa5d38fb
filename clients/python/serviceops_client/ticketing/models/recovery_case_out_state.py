from typing import Literal

RecoveryCaseOutState = Literal["acknowledged", "completed", "failed", "in_progress", "opened", "planned"]

RECOVERY_CASE_OUT_STATE_VALUES: set[RecoveryCaseOutState] = {
    "acknowledged",
    "completed",
    "failed",
    "in_progress",
    "opened",
    "planned",
}


def check_recovery_case_out_state(value: str) -> RecoveryCaseOutState:
    if value in RECOVERY_CASE_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RECOVERY_CASE_OUT_STATE_VALUES!r}")
