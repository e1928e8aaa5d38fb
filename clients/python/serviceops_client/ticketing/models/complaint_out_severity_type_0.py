from typing import Literal

ComplaintOutSeverityType0 = Literal["critical", "major", "minor"]

COMPLAINT_OUT_SEVERITY_TYPE_0_VALUES: set[ComplaintOutSeverityType0] = {
    "critical",
    "major",
    "minor",
}


def check_complaint_out_severity_type_0(value: str) -> ComplaintOutSeverityType0:
    if value in COMPLAINT_OUT_SEVERITY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_OUT_SEVERITY_TYPE_0_VALUES!r}")
