from typing import Literal

ContactInChannel = Literal["api", "chat", "email", "in_person", "phone", "social", "web"]

CONTACT_IN_CHANNEL_VALUES: set[ContactInChannel] = {
    "api",
    "chat",
    "email",
    "in_person",
    "phone",
    "social",
    "web",
}


def check_contact_in_channel(value: str) -> ContactInChannel:
    if value in CONTACT_IN_CHANNEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONTACT_IN_CHANNEL_VALUES!r}")
