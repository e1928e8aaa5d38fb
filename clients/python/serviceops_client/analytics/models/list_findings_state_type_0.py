from typing import Literal

ListFindingsStateType0 = Literal["closed", "open", "waived"]

LIST_FINDINGS_STATE_TYPE_0_VALUES: set[ListFindingsStateType0] = {
    "closed",
    "open",
    "waived",
}


def check_list_findings_state_type_0(value: str) -> ListFindingsStateType0:
    if value in LIST_FINDINGS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_FINDINGS_STATE_TYPE_0_VALUES!r}")
