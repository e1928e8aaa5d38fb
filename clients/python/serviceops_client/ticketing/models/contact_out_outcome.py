from typing import Literal

ContactOutOutcome = Literal["no_answer", "reached", "refused"]

CONTACT_OUT_OUTCOME_VALUES: set[ContactOutOutcome] = {
    "no_answer",
    "reached",
    "refused",
}


def check_contact_out_outcome(value: str) -> ContactOutOutcome:
    if value in CONTACT_OUT_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONTACT_OUT_OUTCOME_VALUES!r}")
