from typing import Literal

BounceOutOutcome = Literal["bounced", "complained", "delayed", "delivered", "ignored", "known"]

BOUNCE_OUT_OUTCOME_VALUES: set[BounceOutOutcome] = {
    "bounced",
    "complained",
    "delayed",
    "delivered",
    "ignored",
    "known",
}


def check_bounce_out_outcome(value: str) -> BounceOutOutcome:
    if value in BOUNCE_OUT_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BOUNCE_OUT_OUTCOME_VALUES!r}")
