"""What programs refuse.

Conflict 409
├── ProgramEnded
├── ProgramTransitionNotAllowed
└── EventNotTold
Invalid 422
└── UnknownSurvey
"""

from shared.http.errors import Conflict, Invalid, place


class ProgramEnded(Conflict):
    """The program has ended, and changes no more."""

    code = "program_ended"


class ProgramTransitionNotAllowed(Conflict):
    """The program is not in a state that allows this."""

    code = "transition_not_allowed"


class EventNotTold(Conflict):
    """No service tells the program's event yet, so that nobody would be asked."""

    code = "event_not_told"


class UnknownSurvey(Invalid):
    """There is no survey with this id."""

    code = "unknown_survey"

    def __init__(self) -> None:
        super().__init__(errors=[place("body", "survey_id", msg="There is no survey with this id", code=self.code)])
