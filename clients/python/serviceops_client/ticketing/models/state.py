from typing import Literal

State = Literal["cancelled", "fulfilled", "paused", "running"]

STATE_VALUES: set[State] = {
    "cancelled",
    "fulfilled",
    "paused",
    "running",
}


def check_state(value: str) -> State:
    if value in STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STATE_VALUES!r}")
