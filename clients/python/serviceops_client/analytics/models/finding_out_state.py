from typing import Literal

FindingOutState = Literal["closed", "open", "waived"]

FINDING_OUT_STATE_VALUES: set[FindingOutState] = {
    "closed",
    "open",
    "waived",
}


def check_finding_out_state(value: str) -> FindingOutState:
    if value in FINDING_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FINDING_OUT_STATE_VALUES!r}")
