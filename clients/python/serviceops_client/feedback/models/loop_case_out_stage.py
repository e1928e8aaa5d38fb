from typing import Literal

LoopCaseOutStage = Literal["assigned", "contacted", "planned", "triggered"]

LOOP_CASE_OUT_STAGE_VALUES: set[LoopCaseOutStage] = {
    "assigned",
    "contacted",
    "planned",
    "triggered",
}


def check_loop_case_out_stage(value: str) -> LoopCaseOutStage:
    if value in LOOP_CASE_OUT_STAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOOP_CASE_OUT_STAGE_VALUES!r}")
