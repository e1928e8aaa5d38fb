from typing import Literal

PresenceInState = Literal["available", "away", "busy", "offline"]

PRESENCE_IN_STATE_VALUES: set[PresenceInState] = {
    "available",
    "away",
    "busy",
    "offline",
}


def check_presence_in_state(value: str) -> PresenceInState:
    if value in PRESENCE_IN_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRESENCE_IN_STATE_VALUES!r}")
