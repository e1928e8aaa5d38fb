from typing import Literal

RuleMatchPatchPriorityType0Item = Literal["high", "low", "normal", "urgent"]

RULE_MATCH_PATCH_PRIORITY_TYPE_0_ITEM_VALUES: set[RuleMatchPatchPriorityType0Item] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_rule_match_patch_priority_type_0_item(value: str) -> RuleMatchPatchPriorityType0Item:
    if value in RULE_MATCH_PATCH_PRIORITY_TYPE_0_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_MATCH_PATCH_PRIORITY_TYPE_0_ITEM_VALUES!r}")
