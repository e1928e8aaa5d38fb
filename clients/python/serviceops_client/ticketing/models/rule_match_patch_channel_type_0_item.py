from typing import Literal

RuleMatchPatchChannelType0Item = Literal["api", "chat", "email", "in_person", "phone", "social", "survey", "web"]

RULE_MATCH_PATCH_CHANNEL_TYPE_0_ITEM_VALUES: set[RuleMatchPatchChannelType0Item] = {
    "api",
    "chat",
    "email",
    "in_person",
    "phone",
    "social",
    "survey",
    "web",
}


def check_rule_match_patch_channel_type_0_item(value: str) -> RuleMatchPatchChannelType0Item:
    if value in RULE_MATCH_PATCH_CHANNEL_TYPE_0_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_MATCH_PATCH_CHANNEL_TYPE_0_ITEM_VALUES!r}")
