from typing import Literal

RepairOutState = Literal["answered", "awaiting_approval", "cancelled", "requested"]

REPAIR_OUT_STATE_VALUES: set[RepairOutState] = {
    "answered",
    "awaiting_approval",
    "cancelled",
    "requested",
}


def check_repair_out_state(value: str) -> RepairOutState:
    if value in REPAIR_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPAIR_OUT_STATE_VALUES!r}")
