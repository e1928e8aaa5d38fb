from typing import Literal

CaseTransitionInTo = Literal["acknowledged", "completed", "failed", "in_progress", "opened", "planned"]

CASE_TRANSITION_IN_TO_VALUES: set[CaseTransitionInTo] = {
    "acknowledged",
    "completed",
    "failed",
    "in_progress",
    "opened",
    "planned",
}


def check_case_transition_in_to(value: str) -> CaseTransitionInTo:
    if value in CASE_TRANSITION_IN_TO_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CASE_TRANSITION_IN_TO_VALUES!r}")
