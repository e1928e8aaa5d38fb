from typing import Literal

DeadLetterOutState = Literal["discarded", "open", "replayed"]

DEAD_LETTER_OUT_STATE_VALUES: set[DeadLetterOutState] = {
    "discarded",
    "open",
    "replayed",
}


def check_dead_letter_out_state(value: str) -> DeadLetterOutState:
    if value in DEAD_LETTER_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEAD_LETTER_OUT_STATE_VALUES!r}")
