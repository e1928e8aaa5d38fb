from typing import Literal

TransitionInTo = Literal["closed", "new", "on_hold", "open", "pending", "solved"]

TRANSITION_IN_TO_VALUES: set[TransitionInTo] = {
    "closed",
    "new",
    "on_hold",
    "open",
    "pending",
    "solved",
}


def check_transition_in_to(value: str) -> TransitionInTo:
    if value in TRANSITION_IN_TO_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRANSITION_IN_TO_VALUES!r}")
