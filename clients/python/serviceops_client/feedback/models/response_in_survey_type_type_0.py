from typing import Literal

ResponseInSurveyTypeType0 = Literal["ces", "csat", "custom", "employee", "nps", "onboarding", "post_recovery", "pulse"]

RESPONSE_IN_SURVEY_TYPE_TYPE_0_VALUES: set[ResponseInSurveyTypeType0] = {
    "ces",
    "csat",
    "custom",
    "employee",
    "nps",
    "onboarding",
    "post_recovery",
    "pulse",
}


def check_response_in_survey_type_type_0(value: str) -> ResponseInSurveyTypeType0:
    if value in RESPONSE_IN_SURVEY_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESPONSE_IN_SURVEY_TYPE_TYPE_0_VALUES!r}")
