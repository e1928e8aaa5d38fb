from typing import Literal

BulkJobRowOutOutcome = Literal["failed", "skipped", "succeeded"]

BULK_JOB_ROW_OUT_OUTCOME_VALUES: set[BulkJobRowOutOutcome] = {
    "failed",
    "skipped",
    "succeeded",
}


def check_bulk_job_row_out_outcome(value: str) -> BulkJobRowOutOutcome:
    if value in BULK_JOB_ROW_OUT_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BULK_JOB_ROW_OUT_OUTCOME_VALUES!r}")
