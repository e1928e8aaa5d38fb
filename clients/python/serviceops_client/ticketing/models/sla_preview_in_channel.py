from typing import Literal

SlaPreviewInChannel = Literal["api", "chat", "email", "in_person", "phone", "social", "survey", "web"]

SLA_PREVIEW_IN_CHANNEL_VALUES: set[SlaPreviewInChannel] = {
    "api",
    "chat",
    "email",
    "in_person",
    "phone",
    "social",
    "survey",
    "web",
}


def check_sla_preview_in_channel(value: str) -> SlaPreviewInChannel:
    if value in SLA_PREVIEW_IN_CHANNEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_PREVIEW_IN_CHANNEL_VALUES!r}")
