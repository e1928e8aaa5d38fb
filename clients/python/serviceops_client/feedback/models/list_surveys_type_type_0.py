from typing import Literal

ListSurveysTypeType0 = Literal["ces", "csat", "custom", "employee", "nps", "onboarding", "post_recovery", "pulse"]

LIST_SURVEYS_TYPE_TYPE_0_VALUES: set[ListSurveysTypeType0] = {
    "ces",
    "csat",
    "custom",
    "employee",
    "nps",
    "onboarding",
    "post_recovery",
    "pulse",
}


def check_list_surveys_type_type_0(value: str) -> ListSurveysTypeType0:
    if value in LIST_SURVEYS_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_SURVEYS_TYPE_TYPE_0_VALUES!r}")
