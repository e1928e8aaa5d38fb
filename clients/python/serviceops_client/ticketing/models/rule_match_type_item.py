from typing import Literal

RuleMatchTypeItem = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

RULE_MATCH_TYPE_ITEM_VALUES: set[RuleMatchTypeItem] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_rule_match_type_item(value: str) -> RuleMatchTypeItem:
    if value in RULE_MATCH_TYPE_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_MATCH_TYPE_ITEM_VALUES!r}")
