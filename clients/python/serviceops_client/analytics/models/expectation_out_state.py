from typing import Literal

ExpectationOutState = Literal[
    "duplicate", "failed", "late", "met", "missing", "open", "skipped", "waived", "wrong_target"
]

EXPECTATION_OUT_STATE_VALUES: set[ExpectationOutState] = {
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


def check_expectation_out_state(value: str) -> ExpectationOutState:
    if value in EXPECTATION_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EXPECTATION_OUT_STATE_VALUES!r}")
