from typing import Literal

LevelRecipientOutFound = Literal["group_address", "group_lead", "nobody", "role"]

LEVEL_RECIPIENT_OUT_FOUND_VALUES: set[LevelRecipientOutFound] = {
    "group_address",
    "group_lead",
    "nobody",
    "role",
}


def check_level_recipient_out_found(value: str) -> LevelRecipientOutFound:
    if value in LEVEL_RECIPIENT_OUT_FOUND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEVEL_RECIPIENT_OUT_FOUND_VALUES!r}")
