from typing import Literal

ListFollowUpRunsStateType0 = Literal["executed", "waiting"]

LIST_FOLLOW_UP_RUNS_STATE_TYPE_0_VALUES: set[ListFollowUpRunsStateType0] = {
    "executed",
    "waiting",
}


def check_list_follow_up_runs_state_type_0(value: str) -> ListFollowUpRunsStateType0:
    if value in LIST_FOLLOW_UP_RUNS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_FOLLOW_UP_RUNS_STATE_TYPE_0_VALUES!r}")
