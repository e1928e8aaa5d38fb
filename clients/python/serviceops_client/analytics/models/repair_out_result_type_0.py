from typing import Literal

RepairOutResultType0 = Literal["done", "nothing_to_do", "refused"]

REPAIR_OUT_RESULT_TYPE_0_VALUES: set[RepairOutResultType0] = {
    "done",
    "nothing_to_do",
    "refused",
}


def check_repair_out_result_type_0(value: str) -> RepairOutResultType0:
    if value in REPAIR_OUT_RESULT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPAIR_OUT_RESULT_TYPE_0_VALUES!r}")
