from typing import Literal

FollowUpRunOutResultType0 = Literal["notified", "skipped"]

FOLLOW_UP_RUN_OUT_RESULT_TYPE_0_VALUES: set[FollowUpRunOutResultType0] = {
    "notified",
    "skipped",
}


def check_follow_up_run_out_result_type_0(value: str) -> FollowUpRunOutResultType0:
    if value in FOLLOW_UP_RUN_OUT_RESULT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FOLLOW_UP_RUN_OUT_RESULT_TYPE_0_VALUES!r}")
