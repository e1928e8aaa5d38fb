from typing import Literal

RuleConditionsPriorityItem = Literal["high", "low", "normal", "urgent"]

RULE_CONDITIONS_PRIORITY_ITEM_VALUES: set[RuleConditionsPriorityItem] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_rule_conditions_priority_item(value: str) -> RuleConditionsPriorityItem:
    if value in RULE_CONDITIONS_PRIORITY_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_CONDITIONS_PRIORITY_ITEM_VALUES!r}")
