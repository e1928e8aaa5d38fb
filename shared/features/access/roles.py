"""Which scopes a role of the identity provider, or of a key, brings. `*` stands for any resource."""

from typing import Literal

READ_ALL = "*:*:read"
CUSTOMER_CARE = frozenset({READ_ALL, "ticketing:*:write", "feedback:*:write"})
FIRST_LINE = frozenset(
    {READ_ALL, "ticketing:tickets:write", "ticketing:recovery-cases:write", "feedback:responses:write"}
) | {
    "ticketing:attachments:write",
    "ticketing:complaints:write",
    "ticketing:presence:write",
    "ticketing:bulk-jobs:write",
    "feedback:loop-cases:write",
    "feedback:bulk-jobs:write",
}
"""They may change and import what they may write, and cancel it; whole lists are given to those who lead or plan."""
PLANNING = frozenset({READ_ALL, "analytics:*:write", "ticketing:agents:write"})
MEASURING = frozenset({READ_ALL, "analytics:*:write"})

Role = Literal[
    "agent",
    "team_lead",
    "service_ops",
    "analyst",
    "csm",
    "planner",
    "admin",
    "vp",
    "strategy",
    "planning",
    "customer_ops",
    "capabilities",
    "automation",
    "technology",
    "frontline",
]
"""Those who work in the services, and below them those that have a scorecard in analytics."""

ROLES: dict[str, frozenset[str]] = {
    "agent": FIRST_LINE,
    "team_lead": CUSTOMER_CARE,
    "service_ops": frozenset({READ_ALL, "*:*:write"}),
    "analyst": MEASURING,
    "csm": frozenset(
        {
            READ_ALL,
            "onboarding:*:write",
            "ticketing:presence:write",
            "ticketing:recovery-cases:write",
            "ticketing:complaints:write",
            "feedback:loop-cases:write",
        }
    ),
    "planner": PLANNING,
    "admin": frozenset({"*"}),
    "vp": MEASURING,
    "strategy": MEASURING,
    "planning": PLANNING,
    "customer_ops": CUSTOMER_CARE,
    "capabilities": frozenset({READ_ALL, "onboarding:staff:write", "ticketing:agents:write"}),
    "automation": MEASURING | {"ticketing:outcome-routes:write", "*:dead-letters:write"},
    "technology": frozenset({READ_ALL, "*:dead-letters:write"}),
    "frontline": FIRST_LINE,
}


def scopes_of(roles: object) -> frozenset[str]:
    """The scopes of a token's role claim; unknown roles bring none."""
    names = [roles] if isinstance(roles, str) else roles if isinstance(roles, list) else []
    held: frozenset[str] = frozenset()
    for name in names:
        if isinstance(name, str):
            held |= ROLES.get(name, frozenset())
    return held
