from typing import Literal

ComplaintOutStage = Literal["acknowledged", "assessed", "closed", "decided", "investigating", "received", "responded"]

COMPLAINT_OUT_STAGE_VALUES: set[ComplaintOutStage] = {
    "acknowledged",
    "assessed",
    "closed",
    "decided",
    "investigating",
    "received",
    "responded",
}


def check_complaint_out_stage(value: str) -> ComplaintOutStage:
    if value in COMPLAINT_OUT_STAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_OUT_STAGE_VALUES!r}")
