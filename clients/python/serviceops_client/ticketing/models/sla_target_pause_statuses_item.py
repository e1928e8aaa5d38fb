from typing import Literal

SlaTargetPauseStatusesItem = Literal["new", "on_hold", "open", "pending"]

SLA_TARGET_PAUSE_STATUSES_ITEM_VALUES: set[SlaTargetPauseStatusesItem] = {
    "new",
    "on_hold",
    "open",
    "pending",
}


def check_sla_target_pause_statuses_item(value: str) -> SlaTargetPauseStatusesItem:
    if value in SLA_TARGET_PAUSE_STATUSES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SLA_TARGET_PAUSE_STATUSES_ITEM_VALUES!r}")
