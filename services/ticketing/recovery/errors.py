"""What recovery cases refuse.

Problem
├── Conflict 409
│   ├── CaseFinished
│   ├── CaseTransitionNotAllowed
│   ├── CompensationPending
│   ├── PlanNeeded
│   ├── StepDone
│   └── TooManySteps
└── Invalid 422
    ├── OutcomeNeeded
    ├── UnknownResponsePlan
    └── UnknownStep
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


class CompensationPending(Conflict):
    """A compensation of the case waits for approval: it is approved or rejected before the case ends."""

    code = "compensation_pending"


class StepDone(Conflict):
    """The step was done before; when it was done stays as it was recorded."""

    code = "step_done"


class TooManySteps(Conflict):
    """The plan has as many steps as a plan may have."""

    code = "too_many_steps"


class OutcomeNeeded(Invalid):
    """A recovery case ends with an outcome."""

    code = "outcome_needed"

    def __init__(self, outcomes: Sequence[str]) -> None:
        detail = f"One of: {', '.join(outcomes)}"
        super().__init__(detail, errors=[place("body", "outcome", msg=detail, code=self.code)], allowed=outcomes)


class UnknownResponsePlan(Invalid):
    """There is no such response plan."""

    code = "unknown_response_plan"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "template_id", msg="There is no such response plan", code=self.code)])


class UnknownStep(Invalid):
    """The plan has no such step."""

    code = "unknown_step"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "steps", msg="The plan has no step with this id", code=self.code)])
