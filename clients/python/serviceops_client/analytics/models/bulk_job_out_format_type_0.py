from typing import Literal

BulkJobOutFormatType0 = Literal["csv", "jsonl"]

BULK_JOB_OUT_FORMAT_TYPE_0_VALUES: set[BulkJobOutFormatType0] = {
    "csv",
    "jsonl",
}


def check_bulk_job_out_format_type_0(value: str) -> BulkJobOutFormatType0:
    if value in BULK_JOB_OUT_FORMAT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BULK_JOB_OUT_FORMAT_TYPE_0_VALUES!r}")
