from typing import Literal

ListResponsesOutcomeType0 = Literal["negative", "neutral", "positive", "unscored"]

LIST_RESPONSES_OUTCOME_TYPE_0_VALUES: set[ListResponsesOutcomeType0] = {
    "negative",
    "neutral",
    "positive",
    "unscored",
}


def check_list_responses_outcome_type_0(value: str) -> ListResponsesOutcomeType0:
    if value in LIST_RESPONSES_OUTCOME_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_RESPONSES_OUTCOME_TYPE_0_VALUES!r}")
