from typing import Literal

ResponsePlanInSeverityType0 = Literal["critical", "major", "minor"]

RESPONSE_PLAN_IN_SEVERITY_TYPE_0_VALUES: set[ResponsePlanInSeverityType0] = {
    "critical",
    "major",
    "minor",
}


def check_response_plan_in_severity_type_0(value: str) -> ResponsePlanInSeverityType0:
    if value in RESPONSE_PLAN_IN_SEVERITY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESPONSE_PLAN_IN_SEVERITY_TYPE_0_VALUES!r}")
