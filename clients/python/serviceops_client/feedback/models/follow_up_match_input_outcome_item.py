from typing import Literal

FollowUpMatchInputOutcomeItem = Literal["negative", "neutral", "positive", "unscored"]

FOLLOW_UP_MATCH_INPUT_OUTCOME_ITEM_VALUES: set[FollowUpMatchInputOutcomeItem] = {
    "negative",
    "neutral",
    "positive",
    "unscored",
}


def check_follow_up_match_input_outcome_item(value: str) -> FollowUpMatchInputOutcomeItem:
    if value in FOLLOW_UP_MATCH_INPUT_OUTCOME_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FOLLOW_UP_MATCH_INPUT_OUTCOME_ITEM_VALUES!r}")
