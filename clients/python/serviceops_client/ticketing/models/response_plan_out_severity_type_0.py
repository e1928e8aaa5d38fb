from typing import Literal

ResponsePlanOutSeverityType0 = Literal["critical", "major", "minor"]

RESPONSE_PLAN_OUT_SEVERITY_TYPE_0_VALUES: set[ResponsePlanOutSeverityType0] = {
    "critical",
    "major",
    "minor",
}


def check_response_plan_out_severity_type_0(value: str) -> ResponsePlanOutSeverityType0:
    if value in RESPONSE_PLAN_OUT_SEVERITY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESPONSE_PLAN_OUT_SEVERITY_TYPE_0_VALUES!r}")
