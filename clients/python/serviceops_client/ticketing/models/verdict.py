from typing import Literal

Verdict = Literal["breached", "met", "pending"]

VERDICT_VALUES: set[Verdict] = {
    "breached",
    "met",
    "pending",
}


def check_verdict(value: str) -> Verdict:
    if value in VERDICT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VERDICT_VALUES!r}")
