"""What views refuse.

Problem
└── Invalid 422
    ├── OwnerNeeded
    └── UnknownGroup
"""

from shared.http.errors import Invalid, place


class OwnerNeeded(Invalid):
    """A view of one's own belongs to a member of staff, and the caller is none."""

    code = "owner_needed"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "audience", msg="Say everyone or group", code=self.code)])


class UnknownGroup(Invalid):
    """There is no such group."""

    code = "unknown_group"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "group_id", msg="There is no such group", code=self.code)])
