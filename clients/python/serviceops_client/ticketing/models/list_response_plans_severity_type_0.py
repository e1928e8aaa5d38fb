from typing import Literal

ListResponsePlansSeverityType0 = Literal["critical", "major", "minor"]

LIST_RESPONSE_PLANS_SEVERITY_TYPE_0_VALUES: set[ListResponsePlansSeverityType0] = {
    "critical",
    "major",
    "minor",
}


def check_list_response_plans_severity_type_0(value: str) -> ListResponsePlansSeverityType0:
    if value in LIST_RESPONSE_PLANS_SEVERITY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_RESPONSE_PLANS_SEVERITY_TYPE_0_VALUES!r}")
