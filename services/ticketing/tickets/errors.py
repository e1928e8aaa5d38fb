"""What tickets refuse.

Problem
├── Conflict 409
│   ├── ParentNotAllowed
│   └── TransitionNotAllowed
└── Invalid 422
    ├── NotStaff
    ├── ResolutionNeeded
    ├── SearchTooBroad
    ├── UnknownGroup
    └── UnknownParent
"""

from uuid import UUID

from shared.http.errors import Conflict, Invalid, place


class TransitionNotAllowed(Conflict):
    """The ticket is not in a state that allows this."""

    code = "transition_not_allowed"


class ParentNotAllowed(Conflict):
    """The ticket cannot have this parent."""

    code = "parent_not_allowed"


def merged(into_ticket_id: UUID) -> TransitionNotAllowed:
    """What a ticket refuses that is merged into another one."""
    return TransitionNotAllowed(
        "The ticket is merged into another one: only POST /v1/tickets/{id}/unmerge changes it.",
        conflicting_id=into_ticket_id,
    )


class ResolutionNeeded(Invalid):
    """A ticket is solved with a resolution code."""

    code = "resolution_needed"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "resolution_code", msg="Field required", code="missing")])


class NotStaff(Invalid):
    """The search says "me", and the caller is no member of staff."""

    code = "not_staff"

    def __init__(self) -> None:
        super().__init__(errors=[place("query", "q", msg="Name members of staff by id", code=self.code)])


class SearchTooBroad(Invalid):
    """The search would take too long: common words, and nothing else to tell their tickets by."""

    code = "search_too_broad"

    def __init__(self) -> None:
        said = "The search takes too long. Add a rarer word, or a filter"
        super().__init__(errors=[place("query", "q", msg=said, code=self.code)])


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
