from typing import Literal

LoopCaseOutOverdueStagesItem = Literal["assigned", "closed", "contacted", "planned"]

LOOP_CASE_OUT_OVERDUE_STAGES_ITEM_VALUES: set[LoopCaseOutOverdueStagesItem] = {
    "assigned",
    "closed",
    "contacted",
    "planned",
}


def check_loop_case_out_overdue_stages_item(value: str) -> LoopCaseOutOverdueStagesItem:
    if value in LOOP_CASE_OUT_OVERDUE_STAGES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOOP_CASE_OUT_OVERDUE_STAGES_ITEM_VALUES!r}")
