from typing import Literal

ProgramInChannelsItem = Literal["email", "link"]

PROGRAM_IN_CHANNELS_ITEM_VALUES: set[ProgramInChannelsItem] = {
    "email",
    "link",
}


def check_program_in_channels_item(value: str) -> ProgramInChannelsItem:
    if value in PROGRAM_IN_CHANNELS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROGRAM_IN_CHANNELS_ITEM_VALUES!r}")
