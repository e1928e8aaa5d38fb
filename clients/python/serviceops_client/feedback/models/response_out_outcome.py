from typing import Literal

ResponseOutOutcome = Literal["negative", "neutral", "positive", "unscored"]

RESPONSE_OUT_OUTCOME_VALUES: set[ResponseOutOutcome] = {
    "negative",
    "neutral",
    "positive",
    "unscored",
}


def check_response_out_outcome(value: str) -> ResponseOutOutcome:
    if value in RESPONSE_OUT_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESPONSE_OUT_OUTCOME_VALUES!r}")
