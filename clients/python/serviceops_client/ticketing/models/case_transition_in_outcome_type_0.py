from typing import Literal

CaseTransitionInOutcomeType0 = Literal["lost", "partly", "recovered", "unreachable"]

CASE_TRANSITION_IN_OUTCOME_TYPE_0_VALUES: set[CaseTransitionInOutcomeType0] = {
    "lost",
    "partly",
    "recovered",
    "unreachable",
}


def check_case_transition_in_outcome_type_0(value: str) -> CaseTransitionInOutcomeType0:
    if value in CASE_TRANSITION_IN_OUTCOME_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CASE_TRANSITION_IN_OUTCOME_TYPE_0_VALUES!r}")
