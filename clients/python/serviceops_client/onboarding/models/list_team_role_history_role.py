from typing import Literal

ListTeamRoleHistoryRole = Literal["billing", "csm", "executive_sponsor", "project_manager", "solution_engineer"]

LIST_TEAM_ROLE_HISTORY_ROLE_VALUES: set[ListTeamRoleHistoryRole] = {
    "billing",
    "csm",
    "executive_sponsor",
    "project_manager",
    "solution_engineer",
}


def check_list_team_role_history_role(value: str) -> ListTeamRoleHistoryRole:
    if value in LIST_TEAM_ROLE_HISTORY_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_TEAM_ROLE_HISTORY_ROLE_VALUES!r}")
