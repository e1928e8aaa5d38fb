from typing import Literal

SlaPreviewInType = Literal["complaint", "escalation", "incident", "question", "repair", "task"]

SLA_PREVIEW_IN_TYPE_VALUES: set[SlaPreviewInType] = {
    "complaint",
    "escalation",
    "incident",
    "question",
    "repair",
    "task",
}


def check_sla_preview_in_type(value: str) -> SlaPreviewInType:
    if value in SLA_PREVIEW_IN_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_PREVIEW_IN_TYPE_VALUES!r}")
