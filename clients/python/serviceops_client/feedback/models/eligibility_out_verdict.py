from typing import Literal

EligibilityOutVerdict = Literal["queue", "send", "suppress"]

ELIGIBILITY_OUT_VERDICT_VALUES: set[EligibilityOutVerdict] = {
    "queue",
    "send",
    "suppress",
}


def check_eligibility_out_verdict(value: str) -> EligibilityOutVerdict:
    if value in ELIGIBILITY_OUT_VERDICT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ELIGIBILITY_OUT_VERDICT_VALUES!r}")
