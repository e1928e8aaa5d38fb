from typing import Literal

TeamRoleOutRole = Literal["billing", "csm", "executive_sponsor", "project_manager", "solution_engineer"]

TEAM_ROLE_OUT_ROLE_VALUES: set[TeamRoleOutRole] = {
    "billing",
    "csm",
    "executive_sponsor",
    "project_manager",
    "solution_engineer",
}


def check_team_role_out_role(value: str) -> TeamRoleOutRole:
    if value in TEAM_ROLE_OUT_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TEAM_ROLE_OUT_ROLE_VALUES!r}")
