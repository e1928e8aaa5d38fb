from typing import Literal

ReadTeamRoleRole = Literal["billing", "csm", "executive_sponsor", "project_manager", "solution_engineer"]

READ_TEAM_ROLE_ROLE_VALUES: set[ReadTeamRoleRole] = {
    "billing",
    "csm",
    "executive_sponsor",
    "project_manager",
    "solution_engineer",
}


def check_read_team_role_role(value: str) -> ReadTeamRoleRole:
    if value in READ_TEAM_ROLE_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_TEAM_ROLE_ROLE_VALUES!r}")
