from typing import Literal

ListRepairsStateType0 = Literal["answered", "awaiting_approval", "cancelled", "requested"]

LIST_REPAIRS_STATE_TYPE_0_VALUES: set[ListRepairsStateType0] = {
    "answered",
    "awaiting_approval",
    "cancelled",
    "requested",
}


def check_list_repairs_state_type_0(value: str) -> ListRepairsStateType0:
    if value in LIST_REPAIRS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_REPAIRS_STATE_TYPE_0_VALUES!r}")
