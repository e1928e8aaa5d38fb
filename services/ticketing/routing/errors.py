"""What groups and agents refuse.

Problem
├── Conflict 409
│   └── GroupNameTaken
└── Invalid 422
    └── UnknownGroups
"""

from shared.http.errors import Conflict, Invalid, place


class GroupNameTaken(Conflict):
    """Another group has this name."""

    code = "name_taken"


class UnknownGroups(Invalid):
    """There is no such group."""

    code = "unknown_group"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "group_ids", msg="There is no such group", code=self.code)])
