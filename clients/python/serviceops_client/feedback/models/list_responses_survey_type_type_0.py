from typing import Literal

ListResponsesSurveyTypeType0 = Literal[
    "ces", "csat", "custom", "employee", "nps", "onboarding", "post_recovery", "pulse"
]

LIST_RESPONSES_SURVEY_TYPE_TYPE_0_VALUES: set[ListResponsesSurveyTypeType0] = {
    "ces",
    "csat",
    "custom",
    "employee",
    "nps",
    "onboarding",
    "post_recovery",
    "pulse",
}


def check_list_responses_survey_type_type_0(value: str) -> ListResponsesSurveyTypeType0:
    if value in LIST_RESPONSES_SURVEY_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_RESPONSES_SURVEY_TYPE_TYPE_0_VALUES!r}")
