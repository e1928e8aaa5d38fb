from typing import Literal

ListHandoffsStateType0 = Literal["accepted", "received", "rejected"]

LIST_HANDOFFS_STATE_TYPE_0_VALUES: set[ListHandoffsStateType0] = {
    "accepted",
    "received",
    "rejected",
}


def check_list_handoffs_state_type_0(value: str) -> ListHandoffsStateType0:
    if value in LIST_HANDOFFS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_HANDOFFS_STATE_TYPE_0_VALUES!r}")
