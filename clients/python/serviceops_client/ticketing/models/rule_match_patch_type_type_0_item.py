from typing import Literal

RuleMatchPatchTypeType0Item = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

RULE_MATCH_PATCH_TYPE_TYPE_0_ITEM_VALUES: set[RuleMatchPatchTypeType0Item] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_rule_match_patch_type_type_0_item(value: str) -> RuleMatchPatchTypeType0Item:
    if value in RULE_MATCH_PATCH_TYPE_TYPE_0_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_MATCH_PATCH_TYPE_TYPE_0_ITEM_VALUES!r}")
