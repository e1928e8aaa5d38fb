from typing import Literal

ContactOutChannel = Literal["api", "chat", "email", "in_person", "phone", "social", "web"]

CONTACT_OUT_CHANNEL_VALUES: set[ContactOutChannel] = {
    "api",
    "chat",
    "email",
    "in_person",
    "phone",
    "social",
    "web",
}


def check_contact_out_channel(value: str) -> ContactOutChannel:
    if value in CONTACT_OUT_CHANNEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONTACT_OUT_CHANNEL_VALUES!r}")
