from typing import Literal

MacroSetTypeType0 = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

MACRO_SET_TYPE_TYPE_0_VALUES: set[MacroSetTypeType0] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_macro_set_type_type_0(value: str) -> MacroSetTypeType0:
    if value in MACRO_SET_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MACRO_SET_TYPE_TYPE_0_VALUES!r}")
