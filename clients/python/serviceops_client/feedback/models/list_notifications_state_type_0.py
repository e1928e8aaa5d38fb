from typing import Literal

ListNotificationsStateType0 = Literal["cancelled", "failed", "held", "queued", "sent"]

LIST_NOTIFICATIONS_STATE_TYPE_0_VALUES: set[ListNotificationsStateType0] = {
    "cancelled",
    "failed",
    "held",
    "queued",
    "sent",
}


def check_list_notifications_state_type_0(value: str) -> ListNotificationsStateType0:
    if value in LIST_NOTIFICATIONS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_NOTIFICATIONS_STATE_TYPE_0_VALUES!r}")
