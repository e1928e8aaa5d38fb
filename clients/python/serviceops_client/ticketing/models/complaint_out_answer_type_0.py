from typing import Literal

ComplaintOutAnswerType0 = Literal["accepted", "refused"]

COMPLAINT_OUT_ANSWER_TYPE_0_VALUES: set[ComplaintOutAnswerType0] = {
    "accepted",
    "refused",
}


def check_complaint_out_answer_type_0(value: str) -> ComplaintOutAnswerType0:
    if value in COMPLAINT_OUT_ANSWER_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_OUT_ANSWER_TYPE_0_VALUES!r}")
