"""Which scopes a role of the identity provider brings. `*` stands for any resource."""

READ_ALL = "*:*:read"

ROLES: dict[str, frozenset[str]] = {
    "agent": frozenset(
        {
            READ_ALL,
            "ticketing:tickets:write",
            "ticketing:recovery-cases:write",
            "feedback:responses:write",
            "feedback:loop-cases:write",
        }
    ),
    "team_lead": frozenset({READ_ALL, "ticketing:*:write", "feedback:*:write"}),
    "service_ops": frozenset({READ_ALL, "*:*:write"}),
    "analyst": frozenset({READ_ALL, "analytics:*:write"}),
    "csm": frozenset(
        {
            READ_ALL,
            "onboarding:*:write",
            "ticketing:recovery-cases:write",
            "feedback:loop-cases:write",
        }
    ),
    "planner": frozenset({READ_ALL, "analytics:*:write", "ticketing:agents:write"}),
    "admin": frozenset({"*"}),
}


def scopes_of(roles: object) -> frozenset[str]:
    """The scopes of a token's role claim; unknown roles bring none."""
    names = [roles] if isinstance(roles, str) else roles if isinstance(roles, list) else []
    held: frozenset[str] = frozenset()
    for name in names:
        if isinstance(name, str):
            held |= ROLES.get(name, frozenset())
    return held
