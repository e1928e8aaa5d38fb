from typing import Literal

MessageOutChannel = Literal["api", "chat", "email", "in_person", "phone", "social", "survey", "web"]

MESSAGE_OUT_CHANNEL_VALUES: set[MessageOutChannel] = {
    "api",
    "chat",
    "email",
    "in_person",
    "phone",
    "social",
    "survey",
    "web",
}


def check_message_out_channel(value: str) -> MessageOutChannel:
    if value in MESSAGE_OUT_CHANNEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MESSAGE_OUT_CHANNEL_VALUES!r}")
