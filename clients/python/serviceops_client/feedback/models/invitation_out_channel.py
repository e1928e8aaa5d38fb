from typing import Literal

InvitationOutChannel = Literal["email", "link"]

INVITATION_OUT_CHANNEL_VALUES: set[InvitationOutChannel] = {
    "email",
    "link",
}


def check_invitation_out_channel(value: str) -> InvitationOutChannel:
    if value in INVITATION_OUT_CHANNEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INVITATION_OUT_CHANNEL_VALUES!r}")
