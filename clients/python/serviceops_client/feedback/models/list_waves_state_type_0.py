from typing import Literal

ListWavesStateType0 = Literal["cancelled", "done", "paused", "planned", "running"]

LIST_WAVES_STATE_TYPE_0_VALUES: set[ListWavesStateType0] = {
    "cancelled",
    "done",
    "paused",
    "planned",
    "running",
}


def check_list_waves_state_type_0(value: str) -> ListWavesStateType0:
    if value in LIST_WAVES_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_WAVES_STATE_TYPE_0_VALUES!r}")
