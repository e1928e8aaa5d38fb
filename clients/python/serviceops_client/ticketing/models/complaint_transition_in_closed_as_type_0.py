from typing import Literal

ComplaintTransitionInClosedAsType0 = Literal["accepted", "no_answer", "reclassified", "recourse_exhausted", "withdrawn"]

COMPLAINT_TRANSITION_IN_CLOSED_AS_TYPE_0_VALUES: set[ComplaintTransitionInClosedAsType0] = {
    "accepted",
    "no_answer",
    "reclassified",
    "recourse_exhausted",
    "withdrawn",
}


def check_complaint_transition_in_closed_as_type_0(value: str) -> ComplaintTransitionInClosedAsType0:
    if value in COMPLAINT_TRANSITION_IN_CLOSED_AS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_TRANSITION_IN_CLOSED_AS_TYPE_0_VALUES!r}")
