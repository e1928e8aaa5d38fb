from typing import Literal

VacateTeamRoleRole = Literal["billing", "csm", "executive_sponsor", "project_manager", "solution_engineer"]

VACATE_TEAM_ROLE_ROLE_VALUES: set[VacateTeamRoleRole] = {
    "billing",
    "csm",
    "executive_sponsor",
    "project_manager",
    "solution_engineer",
}


def check_vacate_team_role_role(value: str) -> VacateTeamRoleRole:
    if value in VACATE_TEAM_ROLE_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VACATE_TEAM_ROLE_ROLE_VALUES!r}")
