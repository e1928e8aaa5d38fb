"""What SLA policies refuse.

Problem
├── Conflict 409
│   ├── DefaultPolicyMatchesAll
│   └── HistoryNotWhole
└── Invalid 422
    └── UnknownCalendar
"""

from shared.http.errors import Conflict, Invalid, place


class DefaultPolicyMatchesAll(Conflict):
    """The default policy takes every ticket that no other policy takes."""

    code = "default_policy"


class UnknownCalendar(Invalid):
    """There is no such calendar."""

    code = "unknown_calendar"

    def __init__(self, targets: list[int]) -> None:
        super().__init__(
            errors=[
                place("body", "targets", number, "calendar_id", msg="There is no such calendar", code=self.code)
                for number in targets
            ]
        )


class HistoryNotWhole(Conflict):
    """The audit trail does not hold this ticket's whole history, so its clocks cannot be gone through again."""

    code = "history_not_whole"
