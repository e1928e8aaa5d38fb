from typing import Literal

ListRecoveryCasesStateType0 = Literal["acknowledged", "completed", "failed", "in_progress", "opened", "planned"]

LIST_RECOVERY_CASES_STATE_TYPE_0_VALUES: set[ListRecoveryCasesStateType0] = {
    "acknowledged",
    "completed",
    "failed",
    "in_progress",
    "opened",
    "planned",
}


def check_list_recovery_cases_state_type_0(value: str) -> ListRecoveryCasesStateType0:
    if value in LIST_RECOVERY_CASES_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_RECOVERY_CASES_STATE_TYPE_0_VALUES!r}")
