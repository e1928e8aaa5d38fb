from typing import Literal

OutcomeRouteInNotifyRolesItem = Literal[
    "billing", "csm", "executive_sponsor", "group_lead", "project_manager", "solution_engineer"
]

OUTCOME_ROUTE_IN_NOTIFY_ROLES_ITEM_VALUES: set[OutcomeRouteInNotifyRolesItem] = {
    "billing",
    "csm",
    "executive_sponsor",
    "group_lead",
    "project_manager",
    "solution_engineer",
}


def check_outcome_route_in_notify_roles_item(value: str) -> OutcomeRouteInNotifyRolesItem:
    if value in OUTCOME_ROUTE_IN_NOTIFY_ROLES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OUTCOME_ROUTE_IN_NOTIFY_ROLES_ITEM_VALUES!r}")
