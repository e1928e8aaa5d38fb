from typing import Literal

MacroSetPriorityType0 = Literal["high", "low", "normal", "urgent"]

MACRO_SET_PRIORITY_TYPE_0_VALUES: set[MacroSetPriorityType0] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_macro_set_priority_type_0(value: str) -> MacroSetPriorityType0:
    if value in MACRO_SET_PRIORITY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MACRO_SET_PRIORITY_TYPE_0_VALUES!r}")
