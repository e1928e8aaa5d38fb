from typing import Literal

MessageOutVisibility = Literal["internal", "public"]

MESSAGE_OUT_VISIBILITY_VALUES: set[MessageOutVisibility] = {
    "internal",
    "public",
}


def check_message_out_visibility(value: str) -> MessageOutVisibility:
    if value in MESSAGE_OUT_VISIBILITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MESSAGE_OUT_VISIBILITY_VALUES!r}")
