from typing import Literal

ListLoopCasesStageType0 = Literal["assigned", "contacted", "planned", "triggered"]

LIST_LOOP_CASES_STAGE_TYPE_0_VALUES: set[ListLoopCasesStageType0] = {
    "assigned",
    "contacted",
    "planned",
    "triggered",
}


def check_list_loop_cases_stage_type_0(value: str) -> ListLoopCasesStageType0:
    if value in LIST_LOOP_CASES_STAGE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_LOOP_CASES_STAGE_TYPE_0_VALUES!r}")
