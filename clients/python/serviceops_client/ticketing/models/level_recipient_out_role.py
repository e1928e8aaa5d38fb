from typing import Literal

LevelRecipientOutRole = Literal["account_team", "address", "assignee", "csm", "duty_manager", "group_lead"]

LEVEL_RECIPIENT_OUT_ROLE_VALUES: set[LevelRecipientOutRole] = {
    "account_team",
    "address",
    "assignee",
    "csm",
    "duty_manager",
    "group_lead",
}


def check_level_recipient_out_role(value: str) -> LevelRecipientOutRole:
    if value in LEVEL_RECIPIENT_OUT_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEVEL_RECIPIENT_OUT_ROLE_VALUES!r}")
