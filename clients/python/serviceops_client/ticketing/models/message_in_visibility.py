from typing import Literal

MessageInVisibility = Literal["internal", "public"]

MESSAGE_IN_VISIBILITY_VALUES: set[MessageInVisibility] = {
    "internal",
    "public",
}


def check_message_in_visibility(value: str) -> MessageInVisibility:
    if value in MESSAGE_IN_VISIBILITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MESSAGE_IN_VISIBILITY_VALUES!r}")
