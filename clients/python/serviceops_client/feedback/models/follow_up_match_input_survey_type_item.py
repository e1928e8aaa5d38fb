from typing import Literal

FollowUpMatchInputSurveyTypeItem = Literal[
    "ces", "csat", "custom", "employee", "nps", "onboarding", "post_recovery", "pulse"
]

FOLLOW_UP_MATCH_INPUT_SURVEY_TYPE_ITEM_VALUES: set[FollowUpMatchInputSurveyTypeItem] = {
    "ces",
    "csat",
    "custom",
    "employee",
    "nps",
    "onboarding",
    "post_recovery",
    "pulse",
}


def check_follow_up_match_input_survey_type_item(value: str) -> FollowUpMatchInputSurveyTypeItem:
    if value in FOLLOW_UP_MATCH_INPUT_SURVEY_TYPE_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FOLLOW_UP_MATCH_INPUT_SURVEY_TYPE_ITEM_VALUES!r}")
