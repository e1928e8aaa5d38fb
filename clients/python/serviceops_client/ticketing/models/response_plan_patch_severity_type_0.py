from typing import Literal

ResponsePlanPatchSeverityType0 = Literal["critical", "major", "minor"]

RESPONSE_PLAN_PATCH_SEVERITY_TYPE_0_VALUES: set[ResponsePlanPatchSeverityType0] = {
    "critical",
    "major",
    "minor",
}


def check_response_plan_patch_severity_type_0(value: str) -> ResponsePlanPatchSeverityType0:
    if value in RESPONSE_PLAN_PATCH_SEVERITY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESPONSE_PLAN_PATCH_SEVERITY_TYPE_0_VALUES!r}")
