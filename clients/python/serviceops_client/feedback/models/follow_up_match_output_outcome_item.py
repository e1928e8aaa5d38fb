from typing import Literal

FollowUpMatchOutputOutcomeItem = Literal["negative", "neutral", "positive", "unscored"]

FOLLOW_UP_MATCH_OUTPUT_OUTCOME_ITEM_VALUES: set[FollowUpMatchOutputOutcomeItem] = {
    "negative",
    "neutral",
    "positive",
    "unscored",
}


def check_follow_up_match_output_outcome_item(value: str) -> FollowUpMatchOutputOutcomeItem:
    if value in FOLLOW_UP_MATCH_OUTPUT_OUTCOME_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FOLLOW_UP_MATCH_OUTPUT_OUTCOME_ITEM_VALUES!r}")
