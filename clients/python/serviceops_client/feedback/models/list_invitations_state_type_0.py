from typing import Literal

ListInvitationsStateType0 = Literal[
    "bounced",
    "cancelled",
    "completed",
    "delivered",
    "expired",
    "opened",
    "partial",
    "planned",
    "queued",
    "sent",
    "started",
]

LIST_INVITATIONS_STATE_TYPE_0_VALUES: set[ListInvitationsStateType0] = {
    "bounced",
    "cancelled",
    "completed",
    "delivered",
    "expired",
    "opened",
    "partial",
    "planned",
    "queued",
    "sent",
    "started",
}


def check_list_invitations_state_type_0(value: str) -> ListInvitationsStateType0:
    if value in LIST_INVITATIONS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_INVITATIONS_STATE_TYPE_0_VALUES!r}")
