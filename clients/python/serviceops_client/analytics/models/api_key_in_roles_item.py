from typing import Literal

ApiKeyInRolesItem = Literal[
    "admin",
    "agent",
    "analyst",
    "automation",
    "capabilities",
    "csm",
    "customer_ops",
    "frontline",
    "planner",
    "planning",
    "service_ops",
    "strategy",
    "team_lead",
    "technology",
    "vp",
]

API_KEY_IN_ROLES_ITEM_VALUES: set[ApiKeyInRolesItem] = {
    "admin",
    "agent",
    "analyst",
    "automation",
    "capabilities",
    "csm",
    "customer_ops",
    "frontline",
    "planner",
    "planning",
    "service_ops",
    "strategy",
    "team_lead",
    "technology",
    "vp",
}


def check_api_key_in_roles_item(value: str) -> ApiKeyInRolesItem:
    if value in API_KEY_IN_ROLES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {API_KEY_IN_ROLES_ITEM_VALUES!r}")
