from typing import Literal

SlaConditionsChannelItem = Literal["api", "chat", "email", "in_person", "phone", "social", "survey", "web"]

SLA_CONDITIONS_CHANNEL_ITEM_VALUES: set[SlaConditionsChannelItem] = {
    "api",
    "chat",
    "email",
    "in_person",
    "phone",
    "social",
    "survey",
    "web",
}


def check_sla_conditions_channel_item(value: str) -> SlaConditionsChannelItem:
    if value in SLA_CONDITIONS_CHANNEL_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_CONDITIONS_CHANNEL_ITEM_VALUES!r}")
