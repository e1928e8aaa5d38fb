from typing import Literal

ComplaintOutDecision = Literal["breached", "cancelled", "met", "pending"]

COMPLAINT_OUT_DECISION_VALUES: set[ComplaintOutDecision] = {
    "breached",
    "cancelled",
    "met",
    "pending",
}


def check_complaint_out_decision(value: str) -> ComplaintOutDecision:
    if value in COMPLAINT_OUT_DECISION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_OUT_DECISION_VALUES!r}")
