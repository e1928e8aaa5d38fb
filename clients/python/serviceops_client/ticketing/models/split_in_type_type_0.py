from typing import Literal

SplitInTypeType0 = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

SPLIT_IN_TYPE_TYPE_0_VALUES: set[SplitInTypeType0] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_split_in_type_type_0(value: str) -> SplitInTypeType0:
    if value in SPLIT_IN_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SPLIT_IN_TYPE_TYPE_0_VALUES!r}")
