from typing import Literal

ListDecisionsVerdictType0 = Literal["queue", "send", "suppress"]

LIST_DECISIONS_VERDICT_TYPE_0_VALUES: set[ListDecisionsVerdictType0] = {
    "queue",
    "send",
    "suppress",
}


def check_list_decisions_verdict_type_0(value: str) -> ListDecisionsVerdictType0:
    if value in LIST_DECISIONS_VERDICT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_DECISIONS_VERDICT_TYPE_0_VALUES!r}")
