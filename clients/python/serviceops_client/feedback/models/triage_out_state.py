from typing import Literal

TriageOutState = Literal["open", "resolved", "withdrawn"]

TRIAGE_OUT_STATE_VALUES: set[TriageOutState] = {
    "open",
    "resolved",
    "withdrawn",
}


def check_triage_out_state(value: str) -> TriageOutState:
    if value in TRIAGE_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRIAGE_OUT_STATE_VALUES!r}")
