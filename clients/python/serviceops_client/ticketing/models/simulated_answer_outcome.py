from typing import Literal

SimulatedAnswerOutcome = Literal["negative", "neutral", "positive", "unscored"]

SIMULATED_ANSWER_OUTCOME_VALUES: set[SimulatedAnswerOutcome] = {
    "negative",
    "neutral",
    "positive",
    "unscored",
}


def check_simulated_answer_outcome(value: str) -> SimulatedAnswerOutcome:
    if value in SIMULATED_ANSWER_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SIMULATED_ANSWER_OUTCOME_VALUES!r}")
