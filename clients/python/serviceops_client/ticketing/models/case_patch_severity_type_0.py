from typing import Literal

CasePatchSeverityType0 = Literal["critical", "major", "minor"]

CASE_PATCH_SEVERITY_TYPE_0_VALUES: set[CasePatchSeverityType0] = {
    "critical",
    "major",
    "minor",
}


def check_case_patch_severity_type_0(value: str) -> CasePatchSeverityType0:
    if value in CASE_PATCH_SEVERITY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CASE_PATCH_SEVERITY_TYPE_0_VALUES!r}")
