from typing import Literal

LoopCaseOutResultType0 = Literal["no_action", "not_recovered", "resolved", "unreachable"]

LOOP_CASE_OUT_RESULT_TYPE_0_VALUES: set[LoopCaseOutResultType0] = {
    "no_action",
    "not_recovered",
    "resolved",
    "unreachable",
}


def check_loop_case_out_result_type_0(value: str) -> LoopCaseOutResultType0:
    if value in LOOP_CASE_OUT_RESULT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOOP_CASE_OUT_RESULT_TYPE_0_VALUES!r}")
