from typing import Literal

TakeInChannel = Literal["chat", "email", "in_person", "phone", "social", "web"]

TAKE_IN_CHANNEL_VALUES: set[TakeInChannel] = {
    "chat",
    "email",
    "in_person",
    "phone",
    "social",
    "web",
}


def check_take_in_channel(value: str) -> TakeInChannel:
    if value in TAKE_IN_CHANNEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TAKE_IN_CHANNEL_VALUES!r}")
