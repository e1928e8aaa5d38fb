from typing import Literal

ComplaintOutOutcomeType0 = Literal["not_upheld", "partly_upheld", "upheld"]

COMPLAINT_OUT_OUTCOME_TYPE_0_VALUES: set[ComplaintOutOutcomeType0] = {
    "not_upheld",
    "partly_upheld",
    "upheld",
}


def check_complaint_out_outcome_type_0(value: str) -> ComplaintOutOutcomeType0:
    if value in COMPLAINT_OUT_OUTCOME_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_OUT_OUTCOME_TYPE_0_VALUES!r}")
