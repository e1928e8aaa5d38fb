from typing import Literal

DecisionOutAnswerType0 = Literal["accepted", "refused"]

DECISION_OUT_ANSWER_TYPE_0_VALUES: set[DecisionOutAnswerType0] = {
    "accepted",
    "refused",
}


def check_decision_out_answer_type_0(value: str) -> DecisionOutAnswerType0:
    if value in DECISION_OUT_ANSWER_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECISION_OUT_ANSWER_TYPE_0_VALUES!r}")
