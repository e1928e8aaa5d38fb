from typing import Literal

RuleConditionsChannelItem = Literal["api", "chat", "email", "in_person", "phone", "social", "survey", "web"]

RULE_CONDITIONS_CHANNEL_ITEM_VALUES: set[RuleConditionsChannelItem] = {
    "api",
    "chat",
    "email",
    "in_person",
    "phone",
    "social",
    "survey",
    "web",
}


def check_rule_conditions_channel_item(value: str) -> RuleConditionsChannelItem:
    if value in RULE_CONDITIONS_CHANNEL_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RULE_CONDITIONS_CHANNEL_ITEM_VALUES!r}")
