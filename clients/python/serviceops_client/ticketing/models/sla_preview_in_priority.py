from typing import Literal

SlaPreviewInPriority = Literal["high", "low", "normal", "urgent"]

SLA_PREVIEW_IN_PRIORITY_VALUES: set[SlaPreviewInPriority] = {
    "high",
    "low",
    "normal",
    "urgent",
}


def check_sla_preview_in_priority(value: str) -> SlaPreviewInPriority:
    if value in SLA_PREVIEW_IN_PRIORITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_PREVIEW_IN_PRIORITY_VALUES!r}")
