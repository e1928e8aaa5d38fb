from typing import Literal

ComingRunOutKind = Literal["schedule", "wave"]

COMING_RUN_OUT_KIND_VALUES: set[ComingRunOutKind] = {
    "schedule",
    "wave",
}


def check_coming_run_out_kind(value: str) -> ComingRunOutKind:
    if value in COMING_RUN_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMING_RUN_OUT_KIND_VALUES!r}")
