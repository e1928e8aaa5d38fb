from typing import Literal

ListExpectationsStateType0 = Literal[
    "duplicate", "failed", "late", "met", "missing", "open", "skipped", "waived", "wrong_target"
]

LIST_EXPECTATIONS_STATE_TYPE_0_VALUES: set[ListExpectationsStateType0] = {
    "duplicate",
    "failed",
    "late",
    "met",
    "missing",
    "open",
    "skipped",
    "waived",
    "wrong_target",
}


def check_list_expectations_state_type_0(value: str) -> ListExpectationsStateType0:
    if value in LIST_EXPECTATIONS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_EXPECTATIONS_STATE_TYPE_0_VALUES!r}")
