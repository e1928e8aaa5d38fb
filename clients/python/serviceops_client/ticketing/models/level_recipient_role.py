from typing import Literal

LevelRecipientRole = Literal["account_team", "address", "assignee", "csm", "duty_manager", "group_lead"]

LEVEL_RECIPIENT_ROLE_VALUES: set[LevelRecipientRole] = {
    "account_team",
    "address",
    "assignee",
    "csm",
    "duty_manager",
    "group_lead",
}


def check_level_recipient_role(value: str) -> LevelRecipientRole:
    if value in LEVEL_RECIPIENT_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEVEL_RECIPIENT_ROLE_VALUES!r}")
