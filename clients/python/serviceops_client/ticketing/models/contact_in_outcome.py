from typing import Literal

ContactInOutcome = Literal["no_answer", "reached", "refused"]

CONTACT_IN_OUTCOME_VALUES: set[ContactInOutcome] = {
    "no_answer",
    "reached",
    "refused",
}


def check_contact_in_outcome(value: str) -> ContactInOutcome:
    if value in CONTACT_IN_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONTACT_IN_OUTCOME_VALUES!r}")
