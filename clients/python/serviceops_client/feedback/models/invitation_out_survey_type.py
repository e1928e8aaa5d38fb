from typing import Literal

InvitationOutSurveyType = Literal["ces", "csat", "custom", "employee", "nps", "onboarding", "post_recovery", "pulse"]

INVITATION_OUT_SURVEY_TYPE_VALUES: set[InvitationOutSurveyType] = {
    "ces",
    "csat",
    "custom",
    "employee",
    "nps",
    "onboarding",
    "post_recovery",
    "pulse",
}


def check_invitation_out_survey_type(value: str) -> InvitationOutSurveyType:
    if value in INVITATION_OUT_SURVEY_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INVITATION_OUT_SURVEY_TYPE_VALUES!r}")
