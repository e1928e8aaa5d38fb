from typing import Literal

RuleMatchChannelItem = Literal["api", "chat", "email", "in_person", "phone", "social", "survey", "web"]

RULE_MATCH_CHANNEL_ITEM_VALUES: set[RuleMatchChannelItem] = {
    "api",
    "chat",
    "email",
    "in_person",
    "phone",
    "social",
    "survey",
    "web",
}


def check_rule_match_channel_item(value: str) -> RuleMatchChannelItem:
    if value in RULE_MATCH_CHANNEL_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_MATCH_CHANNEL_ITEM_VALUES!r}")
