from typing import Literal

ComingRunOutStateType0 = Literal["cancelled", "done", "paused", "planned", "running"]

COMING_RUN_OUT_STATE_TYPE_0_VALUES: set[ComingRunOutStateType0] = {
    "cancelled",
    "done",
    "paused",
    "planned",
    "running",
}


def check_coming_run_out_state_type_0(value: str) -> ComingRunOutStateType0:
    if value in COMING_RUN_OUT_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMING_RUN_OUT_STATE_TYPE_0_VALUES!r}")
