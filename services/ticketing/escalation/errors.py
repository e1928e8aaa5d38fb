"""What outcome routes refuse.

Problem
├── Conflict 409
│   └── DefaultRouteMatchesAll
└── Invalid 422
    ├── UnknownGroup
    └── UnknownCalendar
"""

from shared.http.errors import Conflict, Invalid, place


class DefaultRouteMatchesAll(Conflict):
    """The default route takes every negative answer that no other route takes."""

    code = "default_route"


class UnknownGroup(Invalid):
    """There is no such group."""

    code = "unknown_group"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "group", msg="There is no such group", code=self.code)])


class UnknownCalendar(Invalid):
    """There is no such calendar."""

    code = "unknown_calendar"

    def __init__(self, field: str) -> None:
        super().__init__(errors=[place("body", field, msg="There is no such calendar", code=self.code)])
