from typing import Literal

ListLoopCasesStateType0 = Literal["closed", "open"]

LIST_LOOP_CASES_STATE_TYPE_0_VALUES: set[ListLoopCasesStateType0] = {
    "closed",
    "open",
}


def check_list_loop_cases_state_type_0(value: str) -> ListLoopCasesStateType0:
    if value in LIST_LOOP_CASES_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_LOOP_CASES_STATE_TYPE_0_VALUES!r}")
