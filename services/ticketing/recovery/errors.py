"""What recovery cases refuse.

Problem
├── Conflict 409
│   ├── CaseFinished
│   ├── CaseTransitionNotAllowed
│   └── PlanNeeded
└── Invalid 422
    └── OutcomeNeeded
"""

from collections.abc import Sequence

from shared.http.errors import Conflict, Invalid, place


class CaseTransitionNotAllowed(Conflict):
    """The recovery case is not in a state that allows this."""

    code = "transition_not_allowed"


class CaseFinished(Conflict):
    """The recovery case has ended."""

    code = "recovery_finished"


class PlanNeeded(Conflict):
    """A recovery case is planned by its plan: PUT /v1/recovery-cases/{id}/plan."""

    code = "plan_needed"


class OutcomeNeeded(Invalid):
    """A recovery case ends with an outcome."""

    code = "outcome_needed"

    def __init__(self, outcomes: Sequence[str]) -> None:
        detail = f"One of: {', '.join(outcomes)}"
        super().__init__(detail, errors=[place("body", "outcome", msg=detail, code=self.code)], allowed=outcomes)
