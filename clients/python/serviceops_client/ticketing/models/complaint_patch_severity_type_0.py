from typing import Literal

ComplaintPatchSeverityType0 = Literal["critical", "major", "minor"]

COMPLAINT_PATCH_SEVERITY_TYPE_0_VALUES: set[ComplaintPatchSeverityType0] = {
    "critical",
    "major",
    "minor",
}


def check_complaint_patch_severity_type_0(value: str) -> ComplaintPatchSeverityType0:
    if value in COMPLAINT_PATCH_SEVERITY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_PATCH_SEVERITY_TYPE_0_VALUES!r}")
