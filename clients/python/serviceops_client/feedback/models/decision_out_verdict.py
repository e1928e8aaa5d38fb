from typing import Literal

DecisionOutVerdict = Literal["queue", "send", "suppress"]

DECISION_OUT_VERDICT_VALUES: set[DecisionOutVerdict] = {
    "queue",
    "send",
    "suppress",
}


def check_decision_out_verdict(value: str) -> DecisionOutVerdict:
    if value in DECISION_OUT_VERDICT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECISION_OUT_VERDICT_VALUES!r}")
