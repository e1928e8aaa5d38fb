from typing import Literal

MessageInChannel = Literal["api", "chat", "email", "in_person", "phone", "social", "survey", "web"]

MESSAGE_IN_CHANNEL_VALUES: set[MessageInChannel] = {
    "api",
    "chat",
    "email",
    "in_person",
    "phone",
    "social",
    "survey",
    "web",
}


def check_message_in_channel(value: str) -> MessageInChannel:
    if value in MESSAGE_IN_CHANNEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MESSAGE_IN_CHANNEL_VALUES!r}")
