from typing import Literal

RuleMatchPriorityItem = Literal["high", "low", "normal", "urgent"]

RULE_MATCH_PRIORITY_ITEM_VALUES: set[RuleMatchPriorityItem] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_rule_match_priority_item(value: str) -> RuleMatchPriorityItem:
    if value in RULE_MATCH_PRIORITY_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_MATCH_PRIORITY_ITEM_VALUES!r}")
