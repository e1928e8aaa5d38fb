from typing import Literal

SetTeamRoleRole = Literal["billing", "csm", "executive_sponsor", "project_manager", "solution_engineer"]

SET_TEAM_ROLE_ROLE_VALUES: set[SetTeamRoleRole] = {
    "billing",
    "csm",
    "executive_sponsor",
    "project_manager",
    "solution_engineer",
}


def check_set_team_role_role(value: str) -> SetTeamRoleRole:
    if value in SET_TEAM_ROLE_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SET_TEAM_ROLE_ROLE_VALUES!r}")
