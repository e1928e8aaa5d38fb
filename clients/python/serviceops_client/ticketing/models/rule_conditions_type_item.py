from typing import Literal

RuleConditionsTypeItem = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

RULE_CONDITIONS_TYPE_ITEM_VALUES: set[RuleConditionsTypeItem] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_rule_conditions_type_item(value: str) -> RuleConditionsTypeItem:
    if value in RULE_CONDITIONS_TYPE_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_CONDITIONS_TYPE_ITEM_VALUES!r}")
