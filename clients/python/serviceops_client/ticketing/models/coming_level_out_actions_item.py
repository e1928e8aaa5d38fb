from typing import Literal

ComingLevelOutActionsItem = Literal["add_tag", "notify", "open_recovery", "raise_priority", "reassign"]

COMING_LEVEL_OUT_ACTIONS_ITEM_VALUES: set[ComingLevelOutActionsItem] = {
    "add_tag",
    "notify",
    "open_recovery",
    "raise_priority",
    "reassign",
}


def check_coming_level_out_actions_item(value: str) -> ComingLevelOutActionsItem:
    if value in COMING_LEVEL_OUT_ACTIONS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMING_LEVEL_OUT_ACTIONS_ITEM_VALUES!r}")
