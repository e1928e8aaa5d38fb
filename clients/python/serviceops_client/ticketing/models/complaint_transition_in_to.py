from typing import Literal

ComplaintTransitionInTo = Literal[
    "acknowledged", "assessed", "closed", "decided", "investigating", "received", "responded"
]

COMPLAINT_TRANSITION_IN_TO_VALUES: set[ComplaintTransitionInTo] = {
    "acknowledged",
    "assessed",
    "closed",
    "decided",
    "investigating",
    "received",
    "responded",
}


def check_complaint_transition_in_to(value: str) -> ComplaintTransitionInTo:
    if value in COMPLAINT_TRANSITION_IN_TO_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_TRANSITION_IN_TO_VALUES!r}")
