from typing import Literal

ListAuthorityLimitsRoleType0 = Literal[
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

LIST_AUTHORITY_LIMITS_ROLE_TYPE_0_VALUES: set[ListAuthorityLimitsRoleType0] = {
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


def check_list_authority_limits_role_type_0(value: str) -> ListAuthorityLimitsRoleType0:
    if value in LIST_AUTHORITY_LIMITS_ROLE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_AUTHORITY_LIMITS_ROLE_TYPE_0_VALUES!r}")
