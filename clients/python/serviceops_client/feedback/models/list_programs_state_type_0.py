from typing import Literal

ListProgramsStateType0 = Literal["active", "draft", "ended", "paused"]

LIST_PROGRAMS_STATE_TYPE_0_VALUES: set[ListProgramsStateType0] = {
    "active",
    "draft",
    "ended",
    "paused",
}


def check_list_programs_state_type_0(value: str) -> ListProgramsStateType0:
    if value in LIST_PROGRAMS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_PROGRAMS_STATE_TYPE_0_VALUES!r}")
