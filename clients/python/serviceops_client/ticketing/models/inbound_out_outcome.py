from typing import Literal

InboundOutOutcome = Literal["added", "ignored", "known", "opened"]

INBOUND_OUT_OUTCOME_VALUES: set[InboundOutOutcome] = {
    "added",
    "ignored",
    "known",
    "opened",
}


def check_inbound_out_outcome(value: str) -> InboundOutOutcome:
    if value in INBOUND_OUT_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INBOUND_OUT_OUTCOME_VALUES!r}")
