"""What complaints refuse.

Problem
├── Conflict 409
│   ├── ComplaintOpen
│   ├── DecisionNeeded
│   ├── DefaultPolicyNeeded
│   ├── NotDecided
│   ├── PolicyExists
│   ├── StageNotAllowed
│   └── TooManyDecisions
└── Invalid 422
    ├── EndNeeded
    └── UnknownCalendar
"""

from collections.abc import Sequence

from shared.http.errors import Conflict, Invalid, place


class StageNotAllowed(Conflict):
    """The complaint is not in a stage that allows this."""

    code = "transition_not_allowed"


class NotDecided(Conflict):
    """Only a decision that stands can be accepted or refused."""

    code = "not_decided"


class TooManyDecisions(Conflict):
    """The complaint was decided as often as one complaint may be."""

    code = "too_many_decisions"


class ComplaintOpen(Conflict):
    """The ticket's complaint is open: close it first, as `reclassified` where it was no complaint."""

    code = "complaint_open"


class PolicyExists(Conflict):
    """There is a complaint policy for this brand."""

    code = "policy_exists"


class DefaultPolicyNeeded(Conflict):
    """The policy without a brand holds for every brand that has none of its own: it stays."""

    code = "default_policy"


class DecisionNeeded(Conflict):
    """A complaint is decided by its decision: POST /v1/complaints/{id}/decision."""

    code = "decision_needed"


class EndNeeded(Invalid):
    """A complaint is closed with what ended it."""

    code = "end_needed"

    def __init__(self, ends: Sequence[str]) -> None:
        detail = f"One of: {', '.join(ends)}"
        super().__init__(detail, errors=[place("body", "closed_as", msg=detail, code=self.code)], allowed=ends)


class UnknownCalendar(Invalid):
    """There is no such calendar."""

    code = "unknown_calendar"

    def __init__(self, field: str) -> None:
        super().__init__(errors=[place("body", field, msg="There is no such calendar", code=self.code)])
