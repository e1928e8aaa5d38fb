from typing import Literal

ResponseOutSurveyType = Literal["ces", "csat", "custom", "employee", "nps", "onboarding", "post_recovery", "pulse"]

RESPONSE_OUT_SURVEY_TYPE_VALUES: set[ResponseOutSurveyType] = {
    "ces",
    "csat",
    "custom",
    "employee",
    "nps",
    "onboarding",
    "post_recovery",
    "pulse",
}


def check_response_out_survey_type(value: str) -> ResponseOutSurveyType:
    if value in RESPONSE_OUT_SURVEY_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESPONSE_OUT_SURVEY_TYPE_VALUES!r}")
