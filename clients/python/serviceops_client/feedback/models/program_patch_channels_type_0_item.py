from typing import Literal

ProgramPatchChannelsType0Item = Literal["email", "link"]

PROGRAM_PATCH_CHANNELS_TYPE_0_ITEM_VALUES: set[ProgramPatchChannelsType0Item] = {
    "email",
    "link",
}


def check_program_patch_channels_type_0_item(value: str) -> ProgramPatchChannelsType0Item:
    if value in PROGRAM_PATCH_CHANNELS_TYPE_0_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROGRAM_PATCH_CHANNELS_TYPE_0_ITEM_VALUES!r}")
