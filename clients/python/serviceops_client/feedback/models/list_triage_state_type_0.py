from typing import Literal

ListTriageStateType0 = Literal["open", "resolved", "withdrawn"]

LIST_TRIAGE_STATE_TYPE_0_VALUES: set[ListTriageStateType0] = {
    "open",
    "resolved",
    "withdrawn",
}


def check_list_triage_state_type_0(value: str) -> ListTriageStateType0:
    if value in LIST_TRIAGE_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_TRIAGE_STATE_TYPE_0_VALUES!r}")
