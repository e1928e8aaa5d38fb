from typing import Literal

NotificationOutState = Literal["cancelled", "failed", "held", "queued", "sent"]

NOTIFICATION_OUT_STATE_VALUES: set[NotificationOutState] = {
    "cancelled",
    "failed",
    "held",
    "queued",
    "sent",
}


def check_notification_out_state(value: str) -> NotificationOutState:
    if value in NOTIFICATION_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTIFICATION_OUT_STATE_VALUES!r}")
