from typing import Literal

LimitInRoleType0 = Literal[
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

LIMIT_IN_ROLE_TYPE_0_VALUES: set[LimitInRoleType0] = {
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


def check_limit_in_role_type_0(value: str) -> LimitInRoleType0:
    if value in LIMIT_IN_ROLE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIMIT_IN_ROLE_TYPE_0_VALUES!r}")
