from typing import Literal

ListLoopCasesResultType0 = Literal["no_action", "not_recovered", "resolved", "unreachable"]

LIST_LOOP_CASES_RESULT_TYPE_0_VALUES: set[ListLoopCasesResultType0] = {
    "no_action",
    "not_recovered",
    "resolved",
    "unreachable",
}


def check_list_loop_cases_result_type_0(value: str) -> ListLoopCasesResultType0:
    if value in LIST_LOOP_CASES_RESULT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_LOOP_CASES_RESULT_TYPE_0_VALUES!r}")
