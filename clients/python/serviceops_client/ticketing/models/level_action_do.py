from typing import Literal

LevelActionDo = Literal["add_tag", "notify", "open_recovery", "raise_priority", "reassign"]

LEVEL_ACTION_DO_VALUES: set[LevelActionDo] = {
    "add_tag",
    "notify",
    "open_recovery",
    "raise_priority",
    "reassign",
}


def check_level_action_do(value: str) -> LevelActionDo:
    if value in LEVEL_ACTION_DO_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEVEL_ACTION_DO_VALUES!r}")
