from typing import Literal

ListBulkJobsStateType0 = Literal["cancelled", "done", "failed", "queued", "running"]

LIST_BULK_JOBS_STATE_TYPE_0_VALUES: set[ListBulkJobsStateType0] = {
    "cancelled",
    "done",
    "failed",
    "queued",
    "running",
}


def check_list_bulk_jobs_state_type_0(value: str) -> ListBulkJobsStateType0:
    if value in LIST_BULK_JOBS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_BULK_JOBS_STATE_TYPE_0_VALUES!r}")
