from typing import Literal

ComplaintOutAcknowledgement = Literal["breached", "cancelled", "met", "pending"]

COMPLAINT_OUT_ACKNOWLEDGEMENT_VALUES: set[ComplaintOutAcknowledgement] = {
    "breached",
    "cancelled",
    "met",
    "pending",
}


def check_complaint_out_acknowledgement(value: str) -> ComplaintOutAcknowledgement:
    if value in COMPLAINT_OUT_ACKNOWLEDGEMENT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_OUT_ACKNOWLEDGEMENT_VALUES!r}")
