from typing import Literal

ListBulkJobRowsOutcomeType0 = Literal["failed", "skipped", "succeeded"]

LIST_BULK_JOB_ROWS_OUTCOME_TYPE_0_VALUES: set[ListBulkJobRowsOutcomeType0] = {
    "failed",
    "skipped",
    "succeeded",
}


def check_list_bulk_job_rows_outcome_type_0(value: str) -> ListBulkJobRowsOutcomeType0:
    if value in LIST_BULK_JOB_ROWS_OUTCOME_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_BULK_JOB_ROWS_OUTCOME_TYPE_0_VALUES!r}")
