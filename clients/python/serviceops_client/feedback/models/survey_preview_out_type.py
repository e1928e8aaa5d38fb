from typing import Literal

SurveyPreviewOutType = Literal["ces", "csat", "custom", "employee", "nps", "onboarding", "post_recovery", "pulse"]

SURVEY_PREVIEW_OUT_TYPE_VALUES: set[SurveyPreviewOutType] = {
    "ces",
    "csat",
    "custom",
    "employee",
    "nps",
    "onboarding",
    "post_recovery",
    "pulse",
}


def check_survey_preview_out_type(value: str) -> SurveyPreviewOutType:
    if value in SURVEY_PREVIEW_OUT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SURVEY_PREVIEW_OUT_TYPE_VALUES!r}")
