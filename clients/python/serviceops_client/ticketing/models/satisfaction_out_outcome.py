from typing import Literal

SatisfactionOutOutcome = Literal["negative", "neutral", "positive", "unscored"]

SATISFACTION_OUT_OUTCOME_VALUES: set[SatisfactionOutOutcome] = {
    "negative",
    "neutral",
    "positive",
    "unscored",
}


def check_satisfaction_out_outcome(value: str) -> SatisfactionOutOutcome:
    if value in SATISFACTION_OUT_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SATISFACTION_OUT_OUTCOME_VALUES!r}")
