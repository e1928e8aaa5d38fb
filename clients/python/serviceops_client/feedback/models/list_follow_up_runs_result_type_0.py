from typing import Literal

ListFollowUpRunsResultType0 = Literal["notified", "skipped"]

LIST_FOLLOW_UP_RUNS_RESULT_TYPE_0_VALUES: set[ListFollowUpRunsResultType0] = {
    "notified",
    "skipped",
}


def check_list_follow_up_runs_result_type_0(value: str) -> ListFollowUpRunsResultType0:
    if value in LIST_FOLLOW_UP_RUNS_RESULT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_FOLLOW_UP_RUNS_RESULT_TYPE_0_VALUES!r}")
