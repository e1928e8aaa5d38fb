from typing import Literal

DecisionInOutcome = Literal["not_upheld", "partly_upheld", "upheld"]

DECISION_IN_OUTCOME_VALUES: set[DecisionInOutcome] = {
    "not_upheld",
    "partly_upheld",
    "upheld",
}


def check_decision_in_outcome(value: str) -> DecisionInOutcome:
    if value in DECISION_IN_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECISION_IN_OUTCOME_VALUES!r}")
