from typing import Literal

NotificationOutHeldForType0 = Literal["digest", "quiet_hours"]

NOTIFICATION_OUT_HELD_FOR_TYPE_0_VALUES: set[NotificationOutHeldForType0] = {
    "digest",
    "quiet_hours",
}


def check_notification_out_held_for_type_0(value: str) -> NotificationOutHeldForType0:
    if value in NOTIFICATION_OUT_HELD_FOR_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTIFICATION_OUT_HELD_FOR_TYPE_0_VALUES!r}")
