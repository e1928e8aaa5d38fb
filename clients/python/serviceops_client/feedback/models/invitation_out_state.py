from typing import Literal

InvitationOutState = Literal[
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

INVITATION_OUT_STATE_VALUES: set[InvitationOutState] = {
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


def check_invitation_out_state(value: str) -> InvitationOutState:
    if value in INVITATION_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INVITATION_OUT_STATE_VALUES!r}")
