from typing import Literal

BulkJobOutState = Literal["cancelled", "done", "failed", "queued", "running"]

BULK_JOB_OUT_STATE_VALUES: set[BulkJobOutState] = {
    "cancelled",
    "done",
    "failed",
    "queued",
    "running",
}


def check_bulk_job_out_state(value: str) -> BulkJobOutState:
    if value in BULK_JOB_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BULK_JOB_OUT_STATE_VALUES!r}")
