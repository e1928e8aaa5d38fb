from typing import Literal

OutcomeRoutePatchNotifyRolesType0Item = Literal[
    "billing", "csm", "executive_sponsor", "group_lead", "project_manager", "solution_engineer"
]

OUTCOME_ROUTE_PATCH_NOTIFY_ROLES_TYPE_0_ITEM_VALUES: set[OutcomeRoutePatchNotifyRolesType0Item] = {
    "billing",
    "csm",
    "executive_sponsor",
    "group_lead",
    "project_manager",
    "solution_engineer",
}


def check_outcome_route_patch_notify_roles_type_0_item(value: str) -> OutcomeRoutePatchNotifyRolesType0Item:
    if value in OUTCOME_ROUTE_PATCH_NOTIFY_ROLES_TYPE_0_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {OUTCOME_ROUTE_PATCH_NOTIFY_ROLES_TYPE_0_ITEM_VALUES!r}"
    )
