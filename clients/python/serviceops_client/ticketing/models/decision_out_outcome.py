from typing import Literal

DecisionOutOutcome = Literal["not_upheld", "partly_upheld", "upheld"]

DECISION_OUT_OUTCOME_VALUES: set[DecisionOutOutcome] = {
    "not_upheld",
    "partly_upheld",
    "upheld",
}


def check_decision_out_outcome(value: str) -> DecisionOutOutcome:
    if value in DECISION_OUT_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECISION_OUT_OUTCOME_VALUES!r}")
