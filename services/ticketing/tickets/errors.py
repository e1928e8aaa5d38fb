"""What tickets refuse.

Problem
├── Conflict 409
│   └── TransitionNotAllowed
└── Invalid 422
    ├── ResolutionNeeded
    ├── UnknownGroup
    └── UnknownParent
"""

from shared.http.errors import Conflict, Invalid, place


class TransitionNotAllowed(Conflict):
    """The ticket is not in a state that allows this."""

    code = "transition_not_allowed"


class ResolutionNeeded(Invalid):
    """A ticket is solved with a resolution code."""

    code = "resolution_needed"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "resolution_code", msg="Field required", code="missing")])


class UnknownGroup(Invalid):
    """There is no such group."""

    code = "unknown_group"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "group_id", msg="There is no such group", code=self.code)])


class UnknownParent(Invalid):
    """There is no such parent ticket."""

    code = "unknown_parent"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "parent_id", msg="There is no such ticket", code=self.code)])
