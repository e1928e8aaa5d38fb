from typing import Literal

ProgramOutChannelsItem = Literal["email", "link"]

PROGRAM_OUT_CHANNELS_ITEM_VALUES: set[ProgramOutChannelsItem] = {
    "email",
    "link",
}


def check_program_out_channels_item(value: str) -> ProgramOutChannelsItem:
    if value in PROGRAM_OUT_CHANNELS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROGRAM_OUT_CHANNELS_ITEM_VALUES!r}")
