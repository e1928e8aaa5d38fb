from typing import Literal

ComplaintOutClosedAsType0 = Literal["accepted", "no_answer", "reclassified", "recourse_exhausted", "withdrawn"]

COMPLAINT_OUT_CLOSED_AS_TYPE_0_VALUES: set[ComplaintOutClosedAsType0] = {
    "accepted",
    "no_answer",
    "reclassified",
    "recourse_exhausted",
    "withdrawn",
}


def check_complaint_out_closed_as_type_0(value: str) -> ComplaintOutClosedAsType0:
    if value in COMPLAINT_OUT_CLOSED_AS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_OUT_CLOSED_AS_TYPE_0_VALUES!r}")
