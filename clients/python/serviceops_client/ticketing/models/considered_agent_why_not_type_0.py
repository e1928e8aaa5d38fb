from typing import Literal

ConsideredAgentWhyNotType0 = Literal[
    "absent",
    "account_owner_first",
    "at_capacity",
    "away",
    "busy",
    "group_is_manual",
    "inactive",
    "more_loaded",
    "not_in_group",
    "not_their_turn",
    "offline",
    "skills_missing",
    "unknown",
]

CONSIDERED_AGENT_WHY_NOT_TYPE_0_VALUES: set[ConsideredAgentWhyNotType0] = {
    "absent",
    "account_owner_first",
    "at_capacity",
    "away",
    "busy",
    "group_is_manual",
    "inactive",
    "more_loaded",
    "not_in_group",
    "not_their_turn",
    "offline",
    "skills_missing",
    "unknown",
}


def check_considered_agent_why_not_type_0(value: str) -> ConsideredAgentWhyNotType0:
    if value in CONSIDERED_AGENT_WHY_NOT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSIDERED_AGENT_WHY_NOT_TYPE_0_VALUES!r}")
