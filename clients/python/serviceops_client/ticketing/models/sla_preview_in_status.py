from typing import Literal

SlaPreviewInStatus = Literal["new", "open"]

SLA_PREVIEW_IN_STATUS_VALUES: set[SlaPreviewInStatus] = {
    "new",
    "open",
}


def check_sla_preview_in_status(value: str) -> SlaPreviewInStatus:
    if value in SLA_PREVIEW_IN_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_PREVIEW_IN_STATUS_VALUES!r}")
