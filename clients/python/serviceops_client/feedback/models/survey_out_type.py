from typing import Literal

SurveyOutType = Literal["ces", "csat", "custom", "employee", "nps", "onboarding", "post_recovery", "pulse"]

SURVEY_OUT_TYPE_VALUES: set[SurveyOutType] = {
    "ces",
    "csat",
    "custom",
    "employee",
    "nps",
    "onboarding",
    "post_recovery",
    "pulse",
}


def check_survey_out_type(value: str) -> SurveyOutType:
    if value in SURVEY_OUT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SURVEY_OUT_TYPE_VALUES!r}")
