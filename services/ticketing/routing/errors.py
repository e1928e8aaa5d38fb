"""What groups, agents and routing rules refuse.

Problem
├── Forbidden 403
│   └── NotTheirPresence
├── Conflict 409
│   ├── GroupNameTaken
│   └── TooManyRules
└── Invalid 422
    ├── UnknownGroup
    └── UnknownGroups
"""

from shared.http.errors import Conflict, Forbidden, Invalid, place


class NotTheirPresence(Forbidden):
    """One says it of oneself; of others only with the scope ticketing:agents:write."""

    code = "not_their_presence"


class GroupNameTaken(Conflict):
    """Another group has this name."""

    code = "name_taken"


class TooManyRules(Conflict):
    """There are as many routing rules as there may be; take one away first."""

    code = "too_many_rules"


class UnknownGroup(Invalid):
    """There is no such group."""

    code = "unknown_group"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "group_id", msg="There is no such group", code=self.code)])


class UnknownGroups(Invalid):
    """There is no such group."""

    code = "unknown_group"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "group_ids", msg="There is no such group", code=self.code)])
