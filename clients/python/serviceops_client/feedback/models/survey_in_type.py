from typing import Literal

SurveyInType = Literal["ces", "csat", "custom", "employee", "nps", "onboarding", "post_recovery", "pulse"]

SURVEY_IN_TYPE_VALUES: set[SurveyInType] = {
    "ces",
    "csat",
    "custom",
    "employee",
    "nps",
    "onboarding",
    "post_recovery",
    "pulse",
}


def check_survey_in_type(value: str) -> SurveyInType:
    if value in SURVEY_IN_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SURVEY_IN_TYPE_VALUES!r}")
