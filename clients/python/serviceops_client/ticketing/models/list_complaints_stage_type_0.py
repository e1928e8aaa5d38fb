from typing import Literal

ListComplaintsStageType0 = Literal[
    "acknowledged", "assessed", "closed", "decided", "investigating", "received", "responded"
]

LIST_COMPLAINTS_STAGE_TYPE_0_VALUES: set[ListComplaintsStageType0] = {
    "acknowledged",
    "assessed",
    "closed",
    "decided",
    "investigating",
    "received",
    "responded",
}


def check_list_complaints_stage_type_0(value: str) -> ListComplaintsStageType0:
    if value in LIST_COMPLAINTS_STAGE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_COMPLAINTS_STAGE_TYPE_0_VALUES!r}")
